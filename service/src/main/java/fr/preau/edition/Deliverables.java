package fr.preau.edition;

import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.access.Scope;
import fr.preau.journal.Entry;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SnapshotId;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.UnitName;
import fr.preau.territory.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Begins deliverables, shows them to their editors, and keeps what these write. Steps are {@link Lives}. */
public final class Deliverables {
    static final int BODY_LENGTH = 20_000;

    private final Workshop workshop;
    private final Dossiers dossiers;

    Deliverables(Workshop workshop, Dossiers dossiers) {
        this.workshop = workshop;
        this.dossiers = dossiers;
    }

    /** Those of the person's units, newest first. */
    public List<Deliverable> list(Principal by) {
        return workshop.database.call(by, tx -> tx.attach(DeliverableSql.class).deliverables(null, Workshop.run(by)));
    }

    /** Units and campaigns that a new one may be about. */
    public Choices choices(Principal by) {
        return workshop.database.call(by, tx -> {
            DeliverableSql sql = tx.attach(DeliverableSql.class);
            return new Choices(sql.units(by.perimeter(Role.EDITOR)), sql.campaigns());
        });
    }

    /** Begins one at once; people before a page ask {@link Freezing} for it. */
    public DeliverableId start(Principal by, NewDeliverable asked) {
        List<Snapshots.Taken> taken = take(by, asked, () -> {});
        return workshop.database.call(by, tx -> begin(tx, by, asked, taken, rows -> {}));
    }

    /**
     * Reads the figures of its campaigns as they stand, all at one moment.
     *
     * @param between is run from query to query
     */
    List<Snapshots.Taken> take(Principal by, NewDeliverable asked, Runnable between) {
        by.needs(Scope.SESSION);
        mustEdit(by, asked.unit());
        CampaignId named = asked.label().allows(Label.AMBER) ? asked.campaign() : null;
        List<Snapshots.Taken> taken = workshop.snapshots.take(by, asked.campaigns(), asked.unit(), named, between);
        if (taken.get(0).frozen().rendered() == 0) {
            throw Refusal.invalid("campaign", "edition.campaign.none");
        }
        return taken;
    }

    /**
     * Freezes what was read: from then on nothing else is read.
     *
     * @param written is told of rows, some at a time
     */
    DeliverableId begin(
            Handle tx, Principal by, NewDeliverable asked, List<Snapshots.Taken> taken, IntConsumer written) {
        List<SnapshotId> kept = taken.stream()
                .map(one -> workshop.snapshots.store(tx, by, one, written))
                .toList();
        DeliverableId id = tx.attach(DeliverableSql.class)
                .insert(
                        asked.unit(),
                        asked.title(),
                        asked.label(),
                        kept.get(0),
                        kept.size() > 1 ? kept.get(1) : null,
                        null,
                        workshop.clock.instant(),
                        by.account());
        Outlines.begin(tx, by, id, DraftOutline.given().chapters(), workshop);
        workshop.journal.record(
                tx,
                Entry.of(by, "deliverable.started", "deliverable/" + id)
                        .with(Map.of(
                                "unit", asked.unit().toString(),
                                "label", asked.label().name(),
                                "campaign", asked.campaign().value(),
                                "figures", taken.get(0).frozen().sha256(),
                                "schools", taken.get(0).schools().size())));
        return id;
    }

    /** @throws Refusal not found, for a unit that the person does not edit */
    void mustEdit(Principal by, UnitId unit) {
        if (!workshop.database.call(by, tx -> tx.attach(FreezeSql.class).edits(unit, Workshop.run(by)))) {
            throw Refusal.notFound();
        }
    }

    /** A deliverable as it reads: composed anew while it is a draft, as it was frozen afterwards. */
    public DeliverableView view(Principal by, DeliverableId id) {
        Composition.Known known = workshop.known(by, id);
        return workshop.database.call(by, tx -> {
            Deliverable deliverable = Workshop.find(tx, by, id);
            DeliverableSql sql = tx.attach(DeliverableSql.class);
            Map<String, TextVersion> texts =
                    sql.texts(id).stream().collect(Collectors.toMap(TextVersion::section, Function.identity()));
            Composed composed = workshop.compose(tx, deliverable, known);
            boolean draft = deliverable.written();
            return new DeliverableView(
                    deliverable,
                    draft ? dossiers.preview(tx, deliverable, composed) : dossiers.content(tx, deliverable),
                    Outlines.read(tx, id),
                    texts,
                    composed.figures(),
                    draft ? composed.unknown() : Map.of(),
                    hidden(composed),
                    composed.shown().decisions().stream()
                            .filter(Decision::shown)
                            .count(),
                    draft ? List.of() : signatures(sql, id),
                    sql.request(id),
                    Rolls.of(deliverable, composed.shown().snapshot()));
        });
    }

    /** The whole document: with its schools by name before who sees every one of them. */
    public DeliverableView whole(Principal by, DeliverableId id) {
        DeliverableView view = view(by, id);
        return view.with(
                workshop.database.call(by, tx -> new Rolls(workshop).with(tx, by, view.deliverable(), view.content())));
    }

    private static List<SignatureRow> signatures(DeliverableSql sql, DeliverableId id) {
        return sql.dossier(id).map(dossier -> sql.signatures(dossier.id())).orElse(List.of());
    }

    private List<DeliverableView.HiddenRow> hidden(Composed composed) {
        List<DeliverableView.HiddenRow> rows = new ArrayList<>();
        for (Decision decision : composed.shown().decisions()) {
            Hidden why = decision.hidden();
            if (why != null) {
                Group group = decision.group();
                rows.add(new DeliverableView.HiddenRow(group.family().name(), name(composed.shown(), group), why));
            }
        }
        return rows;
    }

    private String name(Shown shown, Group group) {
        String slice = switch (group.family()) {
            case NATION_TYPE -> workshop.frame.words().t("checklist.type." + group.slice());
            case ACADEMY_DEGREE, DEPARTMENT_DEGREE -> workshop.frame.words().t("edition.slice." + group.slice());
            case COLLECTIVITY -> "";
        };
        if (group.unit().isEmpty()) {
            return slice;
        }
        UnitId unit = new UnitId(kind(group.family()), group.unit());
        String name = workshop.frame.words().t(UnitName.of(unit, shown.name(unit.toString())));
        return slice.isEmpty() ? name : name + ", " + slice;
    }

    private static UnitId.Kind kind(Family family) {
        return switch (family) {
            case NATION_TYPE -> UnitId.Kind.NATION;
            case ACADEMY_DEGREE -> UnitId.Kind.ACADEMY;
            case DEPARTMENT_DEGREE -> UnitId.Kind.DEPARTMENT;
            case COLLECTIVITY -> UnitId.Kind.COLLECTIVITY;
        };
    }

    /**
     * Writes a section's text over the version that the person has seen.
     *
     * @throws Refusal stale with the text that is kept, when somebody has written it since; conflict once it is proposed
     */
    public void write(Principal by, DeliverableId id, String section, int seen, String body) {
        by.needs(Scope.SESSION);
        String text = body.replace("\r\n", "\n").strip();
        if (text.length() > BODY_LENGTH) {
            throw Refusal.invalid("body", "edition.body.length", BODY_LENGTH);
        }
        workshop.database.run(by, tx -> {
            Deliverable deliverable = Workshop.find(tx, by, id);
            DeliverableSql sql = tx.attach(DeliverableSql.class);
            Outlines.read(tx, id).chapter(section);
            if (sql.write(id, section, seen, text, by.account(), workshop.clock.instant()) == 0) {
                throw unwritten(sql, deliverable, section);
            }
            workshop.journal.record(
                    tx,
                    Entry.of(by, "deliverable.written", deliverable.object() + "/" + section)
                            .change(Map.of("version", seen), Map.of("version", seen + 1)));
        });
    }

    private static Refusal unwritten(DeliverableSql sql, Deliverable deliverable, String section) {
        if (!deliverable.written()) {
            return Refusal.conflict("edition.frozen");
        }
        TextVersion present =
                sql.history(deliverable.id(), section).stream().findFirst().orElse(null);
        return new Refusal(new Problem.Stale(Message.of("edition.stale"), present));
    }

    /** Every version of a text, the present one first. */
    public List<TextVersion> history(Principal by, DeliverableId id, String section) {
        return workshop.database.call(by, tx -> {
            Workshop.find(tx, by, id);
            return tx.attach(DeliverableSql.class).history(id, section);
        });
    }

    /** What a new deliverable may be about. */
    public record Choices(List<Unit> units, List<CampaignChoice> campaigns) {
        public Choices {
            units = List.copyOf(units);
            campaigns = List.copyOf(campaigns);
        }
    }
}
