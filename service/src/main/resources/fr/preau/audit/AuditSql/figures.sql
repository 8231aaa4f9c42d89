-- In one reading: the whole, each theme, each party and each level, in one pass.
SELECT t.theme, t.party, t.level,
       sum(t.asked) AS asked, sum(t.conforming) AS conforming, sum(t.partial) AS partial, sum(t.failing) AS failing,
       sum(t.inapplicable) AS inapplicable, sum(t.unknown) AS unknown,
       coverage(sum(t.answered), sum(t.asked)) AS coverage,
       conformity(sum(t.held_weight), sum(t.counted_weight)) AS conformity
FROM reading_tally t
WHERE t.reading = :reading AND t.campaign = :campaign AND t.audit = :id
GROUP BY GROUPING SETS ((), (t.theme), (t.party), (t.level))
