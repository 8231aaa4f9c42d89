-- By control: the verdict in the moment's reading, the declared one, the opinion. Before review that is what was declared;
-- at validation contested answers stand at their reviewer's value.
INSERT INTO snapshot (audit, round, moment, at, account, coverage, conformity, base_conformity, cells)
SELECT a.id, a.round, :moment, :now, :by,
       (SELECT coverage(sum(t.answered), sum(t.asked)) FROM reading_tally t
        WHERE t.reading = r.reading AND t.campaign = a.campaign AND t.audit = a.id),
       (SELECT conformity(sum(t.held_weight), sum(t.counted_weight)) FROM reading_tally t
        WHERE t.reading = r.reading AND t.campaign = a.campaign AND t.audit = a.id),
       (SELECT conformity(sum(t.held_weight), sum(t.counted_weight)) FROM reading_tally t
        WHERE t.reading = r.reading AND t.campaign = a.campaign AND t.audit = a.id AND t.level = 1),
       (SELECT jsonb_object_agg(c.control, jsonb_build_array(c.verdict, c.declared, c.opinion)) FROM reading_cell c
        WHERE c.reading = r.reading AND c.campaign = a.campaign AND c.audit = a.id)
FROM audit a
CROSS JOIN (SELECT CASE :moment WHEN 'VALIDATED' THEN 'REVIEWED' ELSE 'DECLARED' END AS reading) r
WHERE a.id = ANY(:audits)
