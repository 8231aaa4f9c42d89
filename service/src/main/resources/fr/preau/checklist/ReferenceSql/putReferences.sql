-- A code that is no longer shipped stays: an older version may cite it.
INSERT INTO reference (source, code, position, chapter, meaning)
SELECT x.source, x.code, x.position, x.chapitre, x.sens
FROM ROWS FROM (jsonb_to_recordset(CAST(:document AS jsonb) -> 'codes')
        AS (source text, code text, chapitre text, sens text))
    WITH ORDINALITY AS x (source, code, chapitre, sens, position)
ON CONFLICT (source, code) DO UPDATE
SET position = excluded.position, chapter = excluded.chapter, meaning = excluded.meaning
WHERE (reference.position, reference.chapter, reference.meaning)
    IS DISTINCT FROM (excluded.position, excluded.chapter, excluded.meaning)
