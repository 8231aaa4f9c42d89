-- By what a reviewer's queue is ordered, fixed at each submission: while an audit is submitted its answers don't change.
-- « Depuis la dernière campagne »: against the school's rendered audit of the latest campaign that opened before. What was
-- handed in since then in a later campaign is no past. Whoever calls it finds what they see; the ranks see all.
CREATE OR REPLACE FUNCTION rendered_before(of_uai text, of_campaign bigint) RETURNS bigint
LANGUAGE sql STABLE SET search_path = preau, pg_temp AS $$
    SELECT a.id
    FROM audit a
    JOIN campaign e ON e.id = a.campaign
    WHERE a.uai = of_uai AND rendered(a.state)
      AND (e.opens_on, e.id) < (SELECT c.opens_on, c.id FROM campaign c WHERE c.id = of_campaign)
    ORDER BY e.opens_on DESC, e.id DESC LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION rendered_before(text, bigint) TO preau_service;

CREATE OR REPLACE FUNCTION rank_in_queue() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = preau, pg_temp AS $$
DECLARE
    earlier bigint;
    present double precision;
    past double precision;
BEGIN
    SELECT t.base_weak, conformity(t.held_weight, t.counted_weight) INTO NEW.base_weak, present
    FROM audit_total t WHERE t.audit = NEW.id;
    earlier := rendered_before(NEW.uai, NEW.campaign);
    SELECT conformity(t.held_weight, t.counted_weight) INTO past FROM audit_total t WHERE t.audit = earlier;
    NEW.drift := COALESCE(round(abs(present - past) * 1000), -1);
    NEW.queue_place := COALESCE((SELECT c.name FROM collectivity c WHERE c.code = NEW.collectivity), '');
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER ranks BEFORE UPDATE OF state ON audit
    FOR EACH ROW WHEN (NEW.state = 'SUBMITTED' AND (OLD.state <> 'SUBMITTED' OR NEW.base_weak IS NULL))
    EXECUTE FUNCTION rank_in_queue();

-- Those that wait already, by the same rule.
UPDATE audit SET state = state, base_weak = NULL WHERE state = 'SUBMITTED';
