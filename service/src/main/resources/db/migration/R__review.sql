-- Whether the account has ever written the answer to a control that falls to the State (rules.md § 6). The last author is
-- with the answer; those before are in the journal, by the control itself or by an action on many that names it.
CREATE OR REPLACE FUNCTION wrote_for_state(of_audit bigint, of_control text, of_account bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = preau, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM audit_writer x
        JOIN audit_cell c ON c.audit = x.audit AND c.control = of_control AND c.party = 'ETAT'
        WHERE x.audit = of_audit AND x.account = of_account AND x.party = 'ETAT'
          AND (c.author = of_account OR EXISTS (
              SELECT FROM journal_entry e
              WHERE e.account = of_account AND e.action NOT LIKE 'opinion.%'
                AND e.action NOT IN ('review.reason', 'evidence.read')
                AND (e.object = 'audit/' || of_audit || '/' || of_control
                     OR e.touched @> ARRAY['audit/' || of_audit || '/' || of_control]
                     OR (e.touched @> ARRAY['audit/' || of_audit] AND e.after ->> 'control' = of_control)
                     OR (e.object = 'audit/' || of_audit AND e.after ? of_control)))))
$$;
GRANT EXECUTE ON FUNCTION wrote_for_state(bigint, text, bigint) TO preau_service;
