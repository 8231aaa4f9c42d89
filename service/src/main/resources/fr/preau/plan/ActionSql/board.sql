-- The actions of which one sees a school, late ones first; keyset on (place, due day, id). A school shows to its own side;
-- to the State's agents where they answer, and like to reviewers once it is submitted.
WITH seen AS (
    SELECT v.action, count(*) AS seen, min(v.school_name) AS school_name, min(v.id) AS audit,
           string_agg(v.uai, ' ' ORDER BY v.uai) AS uais
    FROM action_in_place v
    WHERE (CAST(:id AS bigint) IS NULL OR v.action = :id)
      AND (:u.nation OR v.region = ANY(:u.regions) OR v.academy = ANY(:u.academies)
           OR v.department = ANY(:u.departments) OR v.present_collectivity = ANY(:u.collectivities)
           OR (v.collectivity = ANY(:u.collectivities) AND v.closes_on >= :today))
      -- First the audits near by, each part of the perimeter looked up in an index of its own; sight is decided after.
      AND (:state.nation OR :judge.nation OR v.id = ANY(ARRAY(
          SELECT t.id FROM audit t
          WHERE t.uai = ANY(:own.schools)
                OR t.uai = ANY(ARRAY(SELECT l.uai FROM school_collectivity l
                                     WHERE l.to_day IS NULL AND l.collectivity = ANY(:own.collectivities)))
                OR (t.campaign = ANY(ARRAY(SELECT c.id FROM campaign c WHERE c.closes_on >= :today))
                    AND t.collectivity = ANY(:own.collectivities))
                OR (t.campaign = ANY(ARRAY(SELECT c.id FROM campaign c)) AND t.region = ANY(:state.regions || :judge.regions))
                OR (t.campaign = ANY(ARRAY(SELECT c.id FROM campaign c)) AND t.academy = ANY(:state.academies || :judge.academies))
                OR (t.campaign = ANY(ARRAY(SELECT c.id FROM campaign c))
                    AND t.department = ANY(:state.departments || :judge.departments)))))
      AND (v.uai = ANY(:own.schools) OR v.present_collectivity = ANY(:own.collectivities)
           OR (v.collectivity = ANY(:own.collectivities) AND v.closes_on >= :today)
           OR ((:state.nation OR v.region = ANY(:state.regions) OR v.academy = ANY(:state.academies)
                OR v.department = ANY(:state.departments))
               AND (v.falls_to IN ('ETAT', 'PARTAGE') OR v.present_collectivity IS NULL
                    OR (v.collectivity IS NULL AND v.closes_on >= :today)
                    OR v.state IN ('SUBMITTED', 'VALIDATED', 'SENT_BACK')))
           OR ((:judge.nation OR v.region = ANY(:judge.regions) OR v.academy = ANY(:judge.academies)
                OR v.department = ANY(:judge.departments))
               AND v.state IN ('SUBMITTED', 'VALIDATED', 'SENT_BACK')))
    GROUP BY v.action
    HAVING cardinality(:f.patterns) = 0 OR bool_or(v.search_text LIKE ALL (:f.patterns))
),
listed AS (
    SELECT a.id, a.due_on,
           CASE WHEN a.state IN ('PLANNED', 'IN_PROGRESS') AND a.due_on < :today THEN 0
                ELSE array_position(ARRAY['IN_PROGRESS', 'PLANNED', 'DONE', 'GIVEN_UP'], a.state) END AS place
    FROM corrective_action a
    JOIN seen ON seen.action = a.id
    WHERE (CAST(:f.party AS text) IS NULL OR a.party = :f.party)
      AND (:f.theme = '' OR a.theme = :f.theme)
      AND (:f.control = '' OR a.control = :f.control)
      AND (CAST(:f.campaign AS bigint) IS NULL OR a.campaign = :f.campaign)
)
SELECT a.id, a.owner, owner_name(a.owner) AS owner_name, a.campaign, c.name AS campaign_name, c.checklist, a.control,
       a.theme, a.title, a.party, a.due_on, a.cost, a.note, a.schools, a.state, a.version, a.created_at,
       a.changed_at, w.name AS author_name, seen.seen, seen.school_name, seen.audit, seen.uais
FROM listed l
JOIN corrective_action a ON a.id = l.id
JOIN seen ON seen.action = a.id
JOIN campaign c ON c.id = a.campaign
LEFT JOIN account w ON w.id = a.created_by
WHERE (CAST(:f.place AS int) IS NULL OR l.place = :f.place)
  AND (CAST(:after AS bigint) IS NULL
       OR (l.place, l.due_on, l.id) > (SELECT k.place, k.due_on, k.id FROM listed k WHERE k.id = :after))
ORDER BY l.place, l.due_on, l.id
LIMIT :limit
