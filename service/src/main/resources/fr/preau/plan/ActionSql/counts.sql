-- How many actions stand in each place of the board, by the same sight.
SELECT CASE WHEN a.state IN ('PLANNED', 'IN_PROGRESS') AND a.due_on < :today THEN 0
            ELSE array_position(ARRAY['IN_PROGRESS', 'PLANNED', 'DONE', 'GIVEN_UP'], a.state) END AS place,
       count(*) AS actions,
       count(*) FILTER (WHERE a.state IN ('PLANNED', 'IN_PROGRESS') AND a.due_on <= CAST(:today AS date) + :soon) AS soon
FROM corrective_action a
WHERE (:state.nation OR :judge.nation OR a.id = ANY(ARRAY(
      SELECT s.action FROM audit t JOIN action_school s ON s.audit = t.id
      WHERE t.uai = ANY(:own.schools)
            OR t.uai = ANY(ARRAY(SELECT l.uai FROM school_collectivity l
                                 WHERE l.to_day IS NULL AND l.collectivity = ANY(:own.collectivities)))
            OR (t.campaign = ANY(ARRAY(SELECT c.id FROM campaign c WHERE c.closes_on >= :today))
                AND t.collectivity = ANY(:own.collectivities))
            OR (t.campaign = ANY(ARRAY(SELECT c.id FROM campaign c)) AND t.region = ANY(:state.regions || :judge.regions))
            OR (t.campaign = ANY(ARRAY(SELECT c.id FROM campaign c)) AND t.academy = ANY(:state.academies || :judge.academies))
            OR (t.campaign = ANY(ARRAY(SELECT c.id FROM campaign c))
                AND t.department = ANY(:state.departments || :judge.departments)))))
  AND (CAST(:f.party AS text) IS NULL OR a.party = :f.party)
  AND (:f.theme = '' OR a.theme = :f.theme)
  AND (:f.control = '' OR a.control = :f.control)
  AND (CAST(:f.campaign AS bigint) IS NULL OR a.campaign = :f.campaign)
  AND EXISTS (
      SELECT FROM action_in_place v
      WHERE v.action = a.id AND v.search_text LIKE ALL (:f.patterns)
        AND (:u.nation OR v.region = ANY(:u.regions) OR v.academy = ANY(:u.academies)
             OR v.department = ANY(:u.departments) OR v.present_collectivity = ANY(:u.collectivities)
             OR (v.collectivity = ANY(:u.collectivities) AND v.closes_on >= :today))
        AND (v.uai = ANY(:own.schools) OR v.present_collectivity = ANY(:own.collectivities)
             OR (v.collectivity = ANY(:own.collectivities) AND v.closes_on >= :today)
             OR ((:state.nation OR v.region = ANY(:state.regions) OR v.academy = ANY(:state.academies)
                  OR v.department = ANY(:state.departments))
                 AND (v.falls_to IN ('ETAT', 'PARTAGE') OR v.present_collectivity IS NULL
                      OR (v.collectivity IS NULL AND v.closes_on >= :today)
                      OR v.state IN ('SUBMITTED', 'VALIDATED', 'SENT_BACK')))
             OR ((:judge.nation OR v.region = ANY(:judge.regions) OR v.academy = ANY(:judge.academies)
                  OR v.department = ANY(:judge.departments))
                 AND v.state IN ('SUBMITTED', 'VALIDATED', 'SENT_BACK'))))
GROUP BY 1
