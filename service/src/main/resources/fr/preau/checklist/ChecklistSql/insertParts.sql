-- From the file to the tables, one statement: which member of the JSON goes to which column is told here only.
-- document.sql tells the way back.
WITH file AS (
    SELECT CAST(:document AS jsonb) AS d
), levels AS (
    INSERT INTO checklist_level (checklist, level, code, label)
    SELECT :id, x.niveau, x.code, x.libelle
    FROM file, jsonb_to_recordset(d -> 'niveaux') AS x (niveau smallint, code text, libelle text)
), weights AS (
    INSERT INTO checklist_weight (checklist, weight, label)
    SELECT :id, x.poids, x.libelle
    FROM file, jsonb_to_recordset(d -> 'poids') AS x (poids smallint, libelle text)
), gains AS (
    INSERT INTO checklist_gain (checklist, gain, label)
    SELECT :id, x.gain, x.libelle
    FROM file, jsonb_to_recordset(d -> 'gains') AS x (gain smallint, libelle text)
), efforts AS (
    INSERT INTO checklist_effort (checklist, effort, label)
    SELECT :id, x.effort, x.libelle
    FROM file, jsonb_to_recordset(d -> 'efforts') AS x (effort smallint, libelle text)
), parties AS (
    INSERT INTO checklist_party (checklist, party, position, label)
    SELECT :id, x.code, x.position, x.libelle
    FROM file, ROWS FROM (jsonb_to_recordset(d -> 'responsables') AS (code text, libelle text))
        WITH ORDINALITY AS x (code, libelle, position)
), school_types AS (
    INSERT INTO checklist_school_type (checklist, school_type, position, label)
    SELECT :id, x.code, x.position, x.libelle
    FROM file, ROWS FROM (jsonb_to_recordset(d -> 'types_etablissement') AS (code text, libelle text))
        WITH ORDINALITY AS x (code, libelle, position)
), evidence_types AS (
    INSERT INTO checklist_evidence_type (checklist, evidence_type, position, label)
    SELECT :id, x.code, x.position, x.libelle
    FROM file, ROWS FROM (jsonb_to_recordset(d -> 'types_preuve') AS (code text, libelle text))
        WITH ORDINALITY AS x (code, libelle, position)
), answers AS (
    INSERT INTO checklist_answer (checklist, verdict, position, label, value, brings_advice)
    SELECT :id, x.code, x.position, x.libelle, x.valeur, x.appelle_conseil
    FROM file, ROWS FROM (jsonb_to_recordset(d -> 'reponses')
            AS (code text, libelle text, valeur numeric, appelle_conseil boolean))
        WITH ORDINALITY AS x (code, libelle, valeur, appelle_conseil, position)
), themes AS (
    INSERT INTO theme (checklist, code, position, title, description)
    SELECT :id, x.code, x.ordre, x.titre, x.description
    FROM file, jsonb_to_recordset(d -> 'themes') AS x (code text, ordre smallint, titre text, description text)
)
INSERT INTO control (checklist, code, position, theme, title, requirement, question, help, advice, party, party_by_type,
    school_types, level, level_by_type, weight, gain, effort, evidence_types, attachment, period_months, pssie,
    anssi_hygiene, recyf, rgpd, other_sources)
SELECT :id, x.code, x.ordre, x.theme, x.intitule, x.exigence, x.question, x.aide, x.conseil, x.responsable_defaut,
    x.responsable_par_type, x.types_etablissement, x.niveau, x.niveau_par_type, x.poids, x.gain, x.effort,
    x.types_preuve, x.piece_jointe, x.periodicite_mois, r.pssie, r.anssi_hygiene, r.recyf, r.rgpd, r.autres
FROM file, jsonb_to_recordset(d -> 'mesures') AS x (code text, ordre smallint, theme text, intitule text, exigence text,
        question text, aide text, conseil text, responsable_defaut text, responsable_par_type jsonb,
        types_etablissement text[], niveau smallint, niveau_par_type jsonb, poids smallint, gain smallint,
        effort smallint, types_preuve text[], piece_jointe text, periodicite_mois smallint, "references" jsonb),
    jsonb_to_record(x."references")
        AS r (pssie text[], anssi_hygiene smallint[], recyf text[], rgpd text[], autres text[])
