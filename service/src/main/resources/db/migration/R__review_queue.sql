-- By what a reviewer's queue is ordered, fixed at each submission: while an audit is submitted its answers don't change.
CREATE OR REPLACE FUNCTION rank_in_queue() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = preau, pg_temp AS $$
DECLARE
    earlier bigint;
    present double precision;
    past double precision;
BEGIN
    SELECT t.base_weak, conformity(t.held_weight, t.counted_weight) INTO NEW.base_weak, present
    FROM audit_total t WHERE t.audit = NEW.id;
    SELECT a.id INTO earlier
    FROM audit a
    WHERE a.uai = NEW.uai AND a.campaign <> NEW.campaign AND rendered(a.state)
    ORDER BY a.submitted_at DESC, a.id DESC LIMIT 1;
    SELECT conformity(t.held_weight, t.counted_weight) INTO past FROM audit_total t WHERE t.audit = earlier;
    NEW.drift := COALESCE(round(abs(present - past) * 1000), -1);
    NEW.queue_place := COALESCE((SELECT c.name FROM collectivity c WHERE c.code = NEW.collectivity), '');
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER ranks BEFORE UPDATE OF state ON audit
    FOR EACH ROW WHEN (NEW.state = 'SUBMITTED' AND (OLD.state <> 'SUBMITTED' OR NEW.base_weak IS NULL))
    EXECUTE FUNCTION rank_in_queue();

-- Those that waited before there was an order.
UPDATE audit SET state = state WHERE state = 'SUBMITTED' AND base_weak IS NULL;
