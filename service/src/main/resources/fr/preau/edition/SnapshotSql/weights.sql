-- What each stratum holds of each theme, in halves of a weight.
SELECT department, school_type, collectivity, theme, sum(held_weight) AS held, 2 * sum(counted_weight) AS room
FROM frozen_figure
WHERE snapshot = :snapshot
GROUP BY department, school_type, collectivity, theme
