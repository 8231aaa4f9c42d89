-- The head closes the version: nothing can be added once it is there.
INSERT INTO checklist (id, identifier, version, day, language, title, description, licence, warning, document, sha256,
    published_at)
SELECT :id, x.identifiant, x.version, x.date, x.langue, x.titre, x.description, x.licence, x.avertissement,
    CAST(:document AS jsonb), :sha256, :now
FROM jsonb_to_record(CAST(:document AS jsonb)) AS x (identifiant text, version text, date date, langue text, titre text,
    description text, licence text, avertissement text)
