-- From the tables back to the file, every column of them: insertParts.sql tells the way there.
-- The column document is left aside on purpose, so that what is checked is what the product reads.
SELECT json_build_object(
    'identifiant', c.identifier,
    'version', c.version,
    'date', c.day,
    'langue', c.language,
    'titre', c.title,
    'description', c.description,
    'licence', c.licence,
    'avertissement', c.warning,
    'niveaux', (
        SELECT json_agg(json_build_object('niveau', l.level, 'code', l.code, 'libelle', l.label) ORDER BY l.level)
        FROM checklist_level l WHERE l.checklist = c.id),
    'poids', (
        SELECT json_agg(json_build_object('poids', w.weight, 'libelle', w.label) ORDER BY w.weight)
        FROM checklist_weight w WHERE w.checklist = c.id),
    'gains', (
        SELECT json_agg(json_build_object('gain', g.gain, 'libelle', g.label) ORDER BY g.gain)
        FROM checklist_gain g WHERE g.checklist = c.id),
    'efforts', (
        SELECT json_agg(json_build_object('effort', e.effort, 'libelle', e.label) ORDER BY e.effort)
        FROM checklist_effort e WHERE e.checklist = c.id),
    'responsables', (
        SELECT json_agg(json_build_object('code', p.party, 'libelle', p.label) ORDER BY p.position)
        FROM checklist_party p WHERE p.checklist = c.id),
    'types_etablissement', (
        SELECT json_agg(json_build_object('code', s.school_type, 'libelle', s.label) ORDER BY s.position)
        FROM checklist_school_type s WHERE s.checklist = c.id),
    'types_preuve', (
        SELECT json_agg(json_build_object('code', e.evidence_type, 'libelle', e.label) ORDER BY e.position)
        FROM checklist_evidence_type e WHERE e.checklist = c.id),
    'reponses', (
        SELECT json_agg(json_build_object(
            'code', a.verdict, 'libelle', a.label, 'valeur', a.value, 'appelle_conseil', a.brings_advice)
            ORDER BY a.position)
        FROM checklist_answer a WHERE a.checklist = c.id),
    'themes', (
        SELECT json_agg(json_build_object(
            'code', t.code, 'ordre', t.position, 'titre', t.title, 'description', t.description) ORDER BY t.position)
        FROM theme t WHERE t.checklist = c.id),
    'mesures', (
        SELECT json_agg(json_build_object(
            'ordre', m.position,
            'code', m.code,
            'theme', m.theme,
            'intitule', m.title,
            'exigence', m.requirement,
            'question', m.question,
            'aide', m.help,
            'conseil', m.advice,
            'responsable_defaut', m.party,
            'responsable_par_type', m.party_by_type,
            'types_etablissement', m.school_types,
            'niveau', m.level,
            'niveau_par_type', m.level_by_type,
            'poids', m.weight,
            'gain', m.gain,
            'effort', m.effort,
            'types_preuve', m.evidence_types,
            'piece_jointe', m.attachment,
            'periodicite_mois', m.period_months,
            'references', json_build_object(
                'pssie', m.pssie,
                'anssi_hygiene', m.anssi_hygiene,
                'recyf', m.recyf,
                'rgpd', m.rgpd,
                'autres', m.other_sources))
            ORDER BY m.position)
        FROM control m WHERE m.checklist = c.id)
    )::text
FROM checklist c
WHERE c.id = :id
