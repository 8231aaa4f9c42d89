INSERT INTO workbook_line (import, number, audit, control, place, finding, verdict, comment, typed, version, chosen)
SELECT :id, l.number, l.audit, l.control, l.place, l.finding, l.verdict, l.comment, l.typed, l.version,
       l.finding = 'CHANGED'
FROM jsonb_to_recordset(CAST(:lines AS jsonb))
    AS l (number int, audit bigint, control text, place text, finding text, verdict text, comment text, typed text,
          version int)
