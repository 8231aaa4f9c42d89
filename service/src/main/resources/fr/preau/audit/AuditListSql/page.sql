-- One page of a campaign's audits, what waits first; keyset on (waiting, name, id), so that any page costs the same. The
-- perimeter names columns of audit alone: each of its parts is then looked up in an index of its own.
WITH named AS NOT MATERIALIZED (
    SELECT a.id, a.waiting, a.school_name FROM audit a
    WHERE a.campaign = :campaign
      AND (CAST(:f.state AS text) IS NULL AND a.state <> 'REMOVED' OR a.state = :f.state)
      AND a.search_text LIKE ALL (:f.patterns)
      AND (:u.nation OR a.region = ANY(:u.regions) OR a.academy = ANY(:u.academies)
           OR a.department = ANY(:u.departments) OR a.collectivity = ANY(:u.collectivities)
           OR a.uai = ANY(:u.schools))
      AND (CAST(:f.collectivity AS text) IS NULL OR COALESCE(a.collectivity, '') = :f.collectivity)
      AND (NOT :f.late
           OR ((SELECT c.closes_on < :today FROM campaign c WHERE c.id = :campaign)
               AND a.state IN ('TO_DO', 'IN_PROGRESS', 'SENT_BACK')
               AND COALESCE(extended_to(a.campaign, a.region, a.academy, a.department, a.collectivity, a.uai),
                            '-infinity') < :today))
      AND (:p.nation OR a.region = ANY(:p.regions) OR a.academy = ANY(:p.academies)
           OR a.department = ANY(:p.departments) OR a.uai = ANY(:p.schools)
           OR a.uai = ANY(ARRAY(SELECT l.uai FROM school_collectivity l
                                WHERE l.to_day IS NULL AND l.collectivity = ANY(:p.collectivities)))
           OR (a.collectivity = ANY(:p.collectivities)
               AND a.campaign = ANY(ARRAY(SELECT c.id FROM campaign c WHERE c.closes_on >= :today))))
),
start AS MATERIALIZED (
    SELECT CAST(0 AS smallint) AS waiting, '' AS school_name, CAST(0 AS bigint) AS id WHERE CAST(:after AS bigint) IS NULL
    UNION ALL
    SELECT k.waiting, k.school_name, k.id FROM named k WHERE k.id = :after
)
SELECT l.id FROM named l
WHERE (l.waiting, l.school_name COLLATE "fr-x-icu", l.id)
      > ((SELECT waiting FROM start), (SELECT school_name COLLATE "fr-x-icu" FROM start), (SELECT id FROM start))
ORDER BY l.waiting, l.school_name COLLATE "fr-x-icu", l.id
LIMIT :limit
