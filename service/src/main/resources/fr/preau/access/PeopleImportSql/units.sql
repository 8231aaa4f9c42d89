-- Every text of the file at once, each by the three ways of naming a unit; a collectivity that is replaced, with the last
-- of the line that replaces it. :units carries the perimeter.
WITH asked AS (
    SELECT DISTINCT t.text FROM unnest(:texts) AS t (text)
),
meant AS MATERIALIZED (
    SELECT a.text, u.id, u.name, 1 AS rank FROM asked a JOIN unit u ON lower(u.id) = lower(a.text)
    UNION ALL
    SELECT a.text, u.id, u.name, 2 FROM asked a JOIN unit u ON u.code = upper(a.text)
    UNION ALL
    SELECT a.text, u.id, u.name, 3 FROM asked a
    JOIN unit u ON translate(lower(u.name), '’', '''') = translate(lower(a.text), '’', '''')
)
SELECT m.text, m.id, m.name, m.rank, h.code AS successor_code, h.name AS successor_name
FROM meant m
LEFT JOIN collectivity h ON heir(m.id) = 'collectivite-' || h.code AND heir(m.id) <> m.id
WHERE EXISTS (SELECT FROM lineage(m.id) AS above (id) WHERE above.id = ANY(:units))
ORDER BY m.text, m.rank, m.id
