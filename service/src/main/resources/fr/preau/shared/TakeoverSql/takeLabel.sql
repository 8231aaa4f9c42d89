-- A label of a name that the unit bears already takes its former owner's code along; should that name be borne too, it
-- stays where it is.
UPDATE school_label l SET owner = :unit, name = n.name
FROM (
    SELECT o.id, CASE WHEN EXISTS (SELECT FROM school_label k
                                   WHERE k.owner = :unit AND k.deleted_at IS NULL AND lower(k.name) = lower(o.name))
                      THEN left(o.name, 48) || ' (' || substring(o.owner FROM '^collectivite-(.+)$') || ')'
                      ELSE o.name END AS name
    FROM school_label o
    WHERE o.id = :label AND o.owner <> :unit AND o.deleted_at IS NULL
) n
WHERE l.id = n.id
  AND NOT EXISTS (SELECT FROM school_label k
                  WHERE k.owner = :unit AND k.deleted_at IS NULL AND lower(k.name) = lower(n.name))
