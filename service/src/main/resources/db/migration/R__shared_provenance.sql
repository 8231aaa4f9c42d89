-- Name of a unit that answers for many: never a school. One look-up by key, where the view unit would read all schools.
CREATE OR REPLACE FUNCTION owner_name(owner text) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT CASE split_part(owner, '-', 1)
        WHEN 'collectivite' THEN (SELECT c.name FROM preau.collectivity c WHERE c.code = split_part(owner, '-', 2))
        WHEN 'departement' THEN (SELECT d.name FROM preau.department d WHERE d.code = split_part(owner, '-', 2))
        WHEN 'academie' THEN (SELECT a.name FROM preau.academy a WHERE a.code = split_part(owner, '-', 2))
        WHEN 'region' THEN (SELECT r.name FROM preau.region r WHERE r.code = split_part(owner, '-', 2))
        ELSE '' END
$$;

-- Where an answer comes from, when a shared answer wrote it, or met it: it follows, or is an exception to it.
CREATE OR REPLACE VIEW answer_provenance WITH (security_invoker = true) AS
SELECT w.campaign, w.audit, w.control, s.id AS shared, s.owner, owner_name(s.owner) AS owner_name,
       w.shared_version = w.version AS follows, s.verdict
FROM answer w
JOIN shared_answer s ON s.id = w.shared;

GRANT SELECT ON answer_provenance TO preau_service;
