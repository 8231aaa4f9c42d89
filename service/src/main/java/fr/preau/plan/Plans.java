package fr.preau.plan;

import fr.preau.access.Grant;
import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.audit.Audits;
import fr.preau.audit.ControlView;
import fr.preau.database.Database;
import fr.preau.journal.Entry;
import fr.preau.journal.Journal;
import fr.preau.kernel.ActionId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Message;
import fr.preau.kernel.Paris;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Plans a corrective action from a weak answer, for its school or for all those of the same unit that share the weakness.
 * Who plans is who may answer: the rule of every save, asked school by school.
 */
public final class Plans {
    /** In whose name somebody plans who answers in several: as an answer counts, the collectivity first. */
    private static final List<UnitId.Kind> OWNERS = List.of(
            UnitId.Kind.COLLECTIVITY,
            UnitId.Kind.DEPARTMENT,
            UnitId.Kind.ACADEMY,
            UnitId.Kind.REGION,
            UnitId.Kind.NATION,
            UnitId.Kind.SCHOOL);

    private final Database database;
    private final Journal journal;
    private final Audits audits;
    private final InstantSource clock;

    public Plans(Database database, Journal journal, Audits audits, InstantSource clock) {
        this.database = database;
        this.journal = journal;
        this.audits = audits;
        this.clock = clock;
    }

    /**
     * What there is to choose from.
     *
     * @throws Refusal not found for a control that the person doesn't see; forbidden when they don't answer it; conflict
     *     when its answer is not weak
     */
    public Planning prepare(Principal by, AuditId audit, ControlCode control) {
        return database.call(by, tx -> prepare(tx, by, audit, control));
    }

    /**
     * Plans the action for the schools of the extent, which never change afterwards.
     *
     * @param ticked the schools of a list, by their audits
     */
    public ActionId plan(
            Principal by, AuditId audit, ControlCode control, NewAction action, Extent extent, Set<AuditId> ticked) {
        by.needs(Scope.ANSWER);
        return database.call(by, tx -> {
            Planning planning = prepare(tx, by, audit, control);
            mustCome(action.dueOn(), planning.today());
            List<AuditId> chosen = planning.chosen(extent, ticked);
            ActionSql sql = tx.attach(ActionSql.class);
            ActionId id = sql.insert(
                    planning.owner(),
                    planning.view().audit().campaign(),
                    control,
                    planning.theme().code(),
                    action,
                    chosen.size(),
                    clock.instant(),
                    by.account());
            sql.insertSchools(id, chosen.stream().map(AuditId::value).toList());
            Map<String, Object> facts = facts(action);
            facts.put("control", control.value());
            facts.put("owner", planning.owner().toString());
            journal.record(
                    tx,
                    Entry.of(by, "action.planned", "action/" + id)
                            .with(facts)
                            .text(action.text())
                            .touching(chosen.stream().map(one -> "audit/" + one).toList()));
            return id;
        });
    }

    /** The first school of the unit that answers the control weakly, where the person answers in the unit's name. */
    public AuditId first(Principal by, CampaignId campaign, UnitId unit, ControlCode control) {
        Grant as = by.held(Role.AGENT, Role.ESTABLISHMENT).stream()
                .filter(grant -> grant.unit().equals(unit))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        LocalDate today = Paris.today(clock);
        return database.call(
                by,
                tx -> same(tx.attach(ActionSql.class), campaign, control, as, today).stream()
                        .map(SchoolAnswer::id)
                        .findFirst()
                        .orElseThrow(Refusal::notFound));
    }

    /** Refuses a day that is past already: an action is planned for what is to come. */
    static void mustCome(LocalDate dueOn, LocalDate today) {
        if (dueOn.isBefore(today) || dueOn.isAfter(today.plusYears(10))) {
            throw Refusal.invalid("due", "plan.due.range", today);
        }
    }

    /** What the journal keeps of an action beside its text. */
    static Map<String, Object> facts(NewAction action) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("party", action.party().name());
        facts.put("dueOn", action.dueOn().toString());
        if (action.cost() != null) {
            facts.put("cost", action.cost());
        }
        return facts;
    }

    private Planning prepare(Handle tx, Principal by, AuditId audit, ControlCode control) {
        LocalDate today = Paris.today(clock);
        ControlView view = audits.control(by, audit, control);
        if (view.as() == null) {
            throw Refusal.forbidden(
                    "audit.notYours",
                    Message.of("party.of." + view.cell().party().name()));
        }
        if (!view.cell().weak()) {
            throw Refusal.conflict("plan.notWeak");
        }
        ActionSql sql = tx.attach(ActionSql.class);
        return by.held(Role.AGENT, Role.ESTABLISHMENT).stream()
                .sorted(Comparator.comparing(
                        grant -> OWNERS.indexOf(grant.unit().kind())))
                .map(grant -> new Planning(
                        view, grant.unit(), same(sql, view.audit().campaign(), control, grant, today), today))
                .filter(planning ->
                        planning.same().stream().anyMatch(school -> school.id().equals(audit)))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static List<SchoolAnswer> same(
            ActionSql sql, CampaignId campaign, ControlCode control, Grant as, LocalDate today) {
        Perimeter perimeter = Perimeter.of(List.of(as.unit()));
        return sql.answers(control, campaign, null, perimeter, today).stream()
                .filter(school -> school.weak() && school.answeredBy(List.of(as), today))
                .toList();
    }
}
