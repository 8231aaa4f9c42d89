INSERT INTO theme_roles (theme, state, collectivity, establishment)
SELECT x.theme, x.etat, x.collectivite, x.etablissement
FROM jsonb_to_recordset(CAST(:document AS jsonb) -> 'roles')
    AS x (theme text, etat text, collectivite text, etablissement text)
ON CONFLICT (theme) DO UPDATE
SET state = excluded.state, collectivity = excluded.collectivity, establishment = excluded.establishment
WHERE (theme_roles.state, theme_roles.collectivity, theme_roles.establishment)
    IS DISTINCT FROM (excluded.state, excluded.collectivity, excluded.establishment)
