SELECT l.id::text AS code, l.name AS label
FROM school_label l
WHERE l.owner = ANY(:owners) AND l.deleted_at IS NULL
ORDER BY l.name COLLATE "fr-x-icu", l.id
