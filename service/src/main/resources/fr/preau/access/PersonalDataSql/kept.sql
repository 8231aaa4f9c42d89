-- As one document, in the words of the person whom it is about. No secret is in it, nor the digest of one.
SELECT json_build_object(
    'profil', json_build_object(
        'numero', a.id, 'nom', a.name, 'adresse', a.email, 'employeur', a.employer, 'creeLe', a.created_at,
        'derniereVenue', a.seen_at, 'motDePasse', a.password_hash IS NOT NULL),
    'droits', (SELECT COALESCE(json_agg(json_build_object(
            'role', g.role, 'unite', g.unit, 'depuis', g.since, 'fin', g.until, 'retireLe', g.revoked_at,
            'accordePar', (SELECT b.name FROM account b WHERE b.id = g.granted_by)) ORDER BY g.id), '[]')
        FROM access_grant g WHERE g.account = a.id),
    'sessions', (SELECT COALESCE(json_agg(json_build_object(
            'ouverteLe', s.opened_at, 'vueLe', s.seen_at) ORDER BY s.id), '[]')
        FROM session s WHERE s.account = a.id),
    'jetons', (SELECT COALESCE(json_agg(json_build_object(
            'nom', t.name, 'portee', t.scope, 'creeLe', t.created_at, 'finLe', t.expires_at,
            'dernierUsage', t.last_used_at, 'revoque', t.revoked_at IS NOT NULL) ORDER BY t.id), '[]')
        FROM api_token t WHERE t.account = a.id),
    'liens', (SELECT COALESCE(json_agg(json_build_object(
            'but', l.purpose, 'finLe', l.expires_at, 'utiliseLe', l.used_at) ORDER BY l.expires_at), '[]')
        FROM one_time_link l WHERE l.account = a.id),
    'secondFacteur', (SELECT json_build_object(
            'depuis', f.since,
            'codesRestants', (SELECT count(*) FROM recovery_code c WHERE c.account = a.id AND c.used_at IS NULL))
        FROM second_factor f WHERE f.account = a.id),
    'identites', (SELECT COALESCE(json_agg(json_build_object(
            'fournisseur', i.issuer, 'sujet', i.subject, 'nom', i.name, 'adresse', i.email, 'uid', i.uid,
            'siret', i.siret, 'lieLe', i.bound_at, 'dernierUsage', i.used_at) ORDER BY i.id), '[]')
        FROM identity_binding i WHERE i.account = a.id),
    'courriels', (SELECT COALESCE(json_agg(json_build_object(
            'but', m.purpose, 'demandeLe', m.asked_at, 'essais', m.attempts) ORDER BY m.id), '[]')
        FROM mail m WHERE m.email = a.email),
    'travaux', (SELECT COALESCE(json_agg(json_build_object(
            'nature', j.kind, 'etat', j.state, 'demandeLe', j.created_at, 'finiLe', j.ended_at) ORDER BY j.id), '[]')
        FROM job j WHERE j.account = a.id),
    'classeurs', (SELECT COALESCE(json_agg(json_build_object(
            'fichier', w.file_name, 'luLe', w.read_at, 'appliqueLe', w.applied_at) ORDER BY w.id), '[]')
        FROM workbook_import w WHERE w.account = a.id),
    'avis', (SELECT COALESCE(json_agg(json_build_object(
            'nature', n.kind, 'le', n.at, 'luLe', n.read_at,
            'par', (SELECT b.name FROM account b WHERE b.id = n.author)) ORDER BY n.id), '[]')
        FROM sign_in_notice n WHERE n.account = a.id))
FROM account a
WHERE a.id = :account
