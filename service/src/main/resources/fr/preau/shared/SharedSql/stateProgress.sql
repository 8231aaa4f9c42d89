-- How far each control is answered over the schools of a unit of the State. What falls to it or is shared it answers in all
-- of them, so that is read from the kept figures (docs/adr/0022); every other control only in schools without a
-- collectivity, whose cells are few.
SELECT s.control, sum(s.asked) AS asked, sum(s.answered) AS answered
FROM (
    SELECT f.control, f.expected AS asked, f.answered
    FROM unit_figures(:campaign, ARRAY[CAST(:owner AS text)]) f
    WHERE f.party IN ('ETAT', 'PARTAGE')
    UNION ALL
    SELECT c.control, count(*), count(c.verdict)
    FROM shared_cell c
    WHERE c.campaign = :campaign AND c.falls_to NOT IN ('ETAT', 'PARTAGE')
      AND (c.present_collectivity IS NULL OR c.collectivity IS NULL)
      AND (:p.nation OR c.region = ANY(:p.regions) OR c.academy = ANY(:p.academies) OR c.department = ANY(:p.departments))
    GROUP BY c.control) s
GROUP BY s.control
HAVING sum(s.asked) > 0
