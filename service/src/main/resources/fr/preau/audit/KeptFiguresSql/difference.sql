-- What is kept beside what the answers say, the first that differs; in one statement, so of one instant.
WITH kept AS (
    SELECT campaign, 'audit ' || audit AS what,
           concat_ws(' ', sum(answered), sum(conforming), sum(partial), sum(failing), sum(inapplicable), sum(unknown),
                     sum(inapplicable_weight), sum(held_weight), sum(base_weak), sum(base_inapplicable_weight),
                     sum(base_held_weight)) AS figures
    FROM (SELECT campaign, audit, answered, conforming, partial, failing, inapplicable, unknown, inapplicable_weight,
                 held_weight, base_weak, base_inapplicable_weight, base_held_weight FROM audit_tally
          UNION ALL
          SELECT campaign, audit, answered, conforming, partial, failing, inapplicable, unknown, inapplicable_weight,
                 held_weight, base_weak, base_inapplicable_weight, base_held_weight FROM audit_delta) t
    GROUP BY campaign, audit
    UNION ALL
    SELECT campaign, concat_ws(' ', unit, school_type, control),
           concat_ws(' ', sum(answered), sum(conforming), sum(partial), sum(failing), sum(inapplicable), sum(unknown),
                     sum(moved_conforming), sum(moved_partial), sum(moved_failing), sum(moved_inapplicable),
                     sum(moved_unknown), sum(accepted), sum(reserved), sum(contested))
    FROM (SELECT campaign, unit, school_type, control, answered, conforming, partial, failing, inapplicable, unknown,
                 moved_conforming, moved_partial, moved_failing, moved_inapplicable, moved_unknown, accepted, reserved,
                 contested
          FROM unit_tally
          UNION ALL
          SELECT d.campaign, u.unit, d.school_type, d.control, d.answered, d.conforming, d.partial, d.failing,
                 d.inapplicable, d.unknown, d.moved_conforming, d.moved_partial, d.moved_failing, d.moved_inapplicable,
                 d.moved_unknown, d.accepted, d.reserved, d.contested
          FROM unit_delta d CROSS JOIN LATERAL state_units(d.region, d.academy, d.department) AS u (unit)
          WHERE d.control IS NOT NULL) t
    GROUP BY campaign, unit, school_type, control
    UNION ALL
    SELECT campaign, concat_ws(' ', unit, school_type, state), CAST(sum(audits) AS text)
    FROM (SELECT campaign, unit, school_type, state, audits FROM unit_roster
          UNION ALL
          SELECT d.campaign, u.unit, d.school_type, d.state, d.audits
          FROM unit_delta d CROSS JOIN LATERAL state_units(d.region, d.academy, d.department) AS u (unit)
          WHERE d.state IS NOT NULL) t
    GROUP BY campaign, unit, school_type, state
),
raw AS (
    SELECT campaign, 'audit ' || audit AS what,
           concat_ws(' ', answered, conforming, partial, failing, inapplicable, unknown, inapplicable_weight,
                     held_weight, base_weak, base_inapplicable_weight, base_held_weight) AS figures
    FROM audit_tally_raw
    UNION ALL
    SELECT campaign, concat_ws(' ', unit, school_type, control),
           concat_ws(' ', answered, conforming, partial, failing, inapplicable, unknown, moved_conforming, moved_partial,
                     moved_failing, moved_inapplicable, moved_unknown, accepted, reserved, contested)
    FROM unit_tally_raw
    UNION ALL
    SELECT campaign, concat_ws(' ', unit, school_type, state), CAST(audits AS text)
    FROM unit_roster_raw
)
SELECT COALESCE(k.campaign, r.campaign) AS campaign, COALESCE(k.what, r.what) AS what,
       COALESCE(k.figures, '') AS kept, COALESCE(r.figures, '') AS recomputed
FROM (SELECT campaign, what, figures FROM kept WHERE figures !~ '^[0 ]+$') k
FULL JOIN raw r ON r.campaign = k.campaign AND r.what = k.what
WHERE k.figures IS DISTINCT FROM r.figures
ORDER BY 1, 2
LIMIT 1
