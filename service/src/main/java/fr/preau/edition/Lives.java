package fr.preau.edition;

import fr.preau.access.Principal;
import fr.preau.access.Scope;
import fr.preau.access.Side;
import fr.preau.journal.Entry;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.DossierId;
import fr.preau.kernel.Message;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SnapshotId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes a deliverable along {@link Step}: proposed, signed by both sides, published, withdrawn or replaced. */
public final class Lives {
    private static final int CHANGES_LENGTH = 2000;

    private final Workshop workshop;
    private final Dossiers dossiers;

    Lives(Workshop workshop, Dossiers dossiers) {
        this.workshop = workshop;
        this.dossiers = dossiers;
    }

    /**
     * Freezes the dossier that will be signed.
     *
     * @throws Refusal invalid for names that are of no figure; conflict when what it hides could be told
     */
    public void propose(Principal by, DeliverableId id) {
        by.needs(Scope.SESSION);
        Composition.Known known = workshop.known(by, id);
        workshop.database.run(by, tx -> {
            Deliverable before = Workshop.find(tx, by, id);
            move(tx, before, Step.PROPOSE);
            // Anew: until the step was taken, its label could be changed.
            Deliverable draft = Workshop.find(tx, by, id);
            mustBeOne(tx, draft, known);
            Composed composed = workshop.compose(tx, draft, known);
            mustKnow(composed);
            FrozenDossier frozen = dossiers.freeze(tx, draft, composed);
            String content = DossierFile.write(frozen);
            DeliverableSql sql = tx.attach(DeliverableSql.class);
            DossierId dossier = sql.insertDossier(id, content, Digest.hex(content), frozen.frozenAt(), by.account());
            keep(sql, dossier, composed.shown());
            if (composed.earlier() != null) {
                keep(sql, dossier, composed.earlier());
            }
            took(tx, by, before, Step.PROPOSE, Map.of("sha256", Digest.hex(content)), null);
        });
    }

    private static void keep(DeliverableSql sql, DossierId dossier, Shown shown) {
        SnapshotId snapshot = shown.snapshot().id();
        sql.insertRows(
                dossier,
                snapshot,
                shown.decisions().stream().map(DossierRow::of).toList());
    }

    private static void mustKnow(Composed composed) {
        if (!composed.unknown().isEmpty()) {
            TreeSet<String> names = new TreeSet<>();
            composed.unknown().values().forEach(names::addAll);
            throw Refusal.invalid("figures", "edition.figure.unknown", String.join(", ", names));
        }
    }

    /** Another edition may have published the same schools since the figures were frozen: two figures would be known. */
    private static void mustBeOne(Handle tx, Deliverable deliverable, Composition.Known known) {
        mustBeOne(Snapshots.strata(tx, deliverable.snapshot()), known.now());
        if (deliverable.earlier() != null) {
            mustBeOne(Snapshots.strata(tx, deliverable.earlier()), known.earlier());
        }
    }

    private static void mustBeOne(List<Stratum> mine, List<Published> told) {
        Set<Stratum.Key> keys = new HashSet<>();
        mine.forEach(stratum -> keys.add(stratum.key()));
        boolean two = told.stream()
                .flatMap(edition -> edition.strata().stream())
                .filter(stratum -> stratum.schools() > 0)
                .map(Stratum::key)
                .anyMatch(key -> !keys.contains(key) && keys.stream().anyMatch(own -> own.samePlot(key)));
        if (two) {
            throw Refusal.conflict("edition.figures.published");
        }
    }

    /** Takes a proposal back to its draft; what was signed of it is void. */
    public void resume(Principal by, DeliverableId id) {
        by.needs(Scope.SESSION);
        workshop.database.run(by, tx -> {
            Deliverable before = Workshop.find(tx, by, id);
            move(tx, before, Step.RESUME);
            took(tx, by, before, Step.RESUME, Map.of(), null);
        });
    }

    /**
     * Signs what was proposed, for the side of one's employer; once both sides have, it is approved.
     *
     * @param seen digest of the dossier that the person has read
     */
    public void sign(Principal by, DeliverableId id, String seen) {
        by.needs(Scope.SESSION);
        if (by.side() == Side.ESTABLISHMENT) {
            throw Refusal.forbidden("edition.sign.side");
        }
        workshop.database.run(by, tx -> {
            Deliverable before = Workshop.find(tx, by, id);
            DeliverableSql sql = tx.attach(DeliverableSql.class);
            DossierText dossier = sql.dossier(id).orElseThrow(() -> wrongState(before));
            if (!dossier.sha256().equals(seen)) {
                throw Refusal.conflict("edition.sign.other");
            }
            if (sql.sign(dossier.id(), by.account(), by.side(), by.employer(), workshop.clock.instant()) == 0) {
                throw before.state() == State.PROPOSED ? Refusal.conflict("edition.sign.twice") : wrongState(before);
            }
            workshop.journal.record(
                    tx,
                    Entry.of(by, "deliverable.signed", before.object())
                            .with(Map.of("side", by.side().name(), "sha256", seen)));
            if (sql.signedByBoth(dossier.id())) {
                move(tx, before, Step.APPROVE);
                took(tx, by, before, Step.APPROVE, Map.of(), null);
            }
        });
    }

    /** Gives the edition its number; the one that it replaces leaves. */
    public void publish(Principal by, DeliverableId id) {
        by.needs(Scope.SESSION);
        Composition.Known known = workshop.known(by, id);
        workshop.database.run(by, tx -> {
            Deliverable before = Workshop.find(tx, by, id);
            DeliverableSql sql = tx.attach(DeliverableSql.class);
            if (before.replaces() != null && before.changes() == null) {
                throw Refusal.invalid("changes", "edition.changes.none");
            }
            if (!Step.PUBLISH.leaves(before.state())) {
                throw wrongState(before);
            }
            mustBeFirst(sql, id, known);
            sql.waitForTurn(before.unit());
            mustBeOne(tx, before, known);
            mustStand(tx, before, known);
            if (sql.publish(id, names(Step.PUBLISH), workshop.clock.instant()) == 0) {
                throw wrongState(before);
            }
            took(tx, by, before, Step.PUBLISH, Map.of(), null);
            if (before.replaces() != null) {
                Deliverable replaced = Workshop.find(tx, by, before.replaces());
                move(tx, replaced, Step.REPLACE);
                took(tx, by, replaced, Step.REPLACE, Map.of("by", id.value()), null);
            }
        });
    }

    /** Two at once: the second to take a campaign's place has not looked at the first, and must. */
    private static void mustBeFirst(DeliverableSql sql, DeliverableId id, Composition.Known known) {
        known.publications().forEach((campaign, published) -> {
            if (sql.takePlace(campaign, published + 1, id) == 0) {
                throw Refusal.conflict("edition.published.meanwhile");
            }
        });
    }

    /** The attack once more, with all that was published since the proposal. */
    private void mustStand(Handle tx, Deliverable deliverable, Composition.Known known) {
        Composed again = workshop.compose(tx, deliverable, known);
        mustStand(tx, deliverable, again.shown());
        if (again.earlier() != null) {
            mustStand(tx, deliverable, again.earlier());
        }
    }

    private static void mustStand(Handle tx, Deliverable deliverable, Shown now) {
        List<DossierRow> frozen = tx.attach(DeliverableSql.class)
                .rows(deliverable.id(), now.snapshot().id());
        Set<DossierRow> decided = new HashSet<>();
        now.decisions().forEach(decision -> decided.add(DossierRow.of(decision)));
        if (decided.equals(new HashSet<>(frozen))) {
            return;
        }
        boolean agreement = Stream.concat(
                        decided.stream().filter(row -> !frozen.contains(row)),
                        frozen.stream().filter(row -> !decided.contains(row)))
                .anyMatch(row -> Hidden.NO_AGREEMENT.name().equals(row.hidden()));
        throw Refusal.conflict(agreement ? "edition.agreement.changed" : "edition.figures.published");
    }

    /** Withdraws a published edition, for a reason that its readers are told. */
    public void withdraw(Principal by, DeliverableId id, String reason) {
        by.needs(Scope.SESSION);
        String text = reason.strip();
        if (text.isEmpty() || text.length() > CHANGES_LENGTH) {
            throw Refusal.invalid("reason", "edition.reason.form", CHANGES_LENGTH);
        }
        workshop.database.run(by, tx -> {
            Deliverable before = Workshop.find(tx, by, id);
            move(tx, before, Step.WITHDRAW);
            took(tx, by, before, Step.WITHDRAW, Map.of(), text);
        });
    }

    /** Begins the edition that will replace a published one: same figures, same texts, to be corrected. */
    public DeliverableId renew(Principal by, DeliverableId id, String changes) {
        by.needs(Scope.SESSION);
        String text = changes.strip();
        if (text.isEmpty() || text.length() > CHANGES_LENGTH) {
            throw Refusal.invalid("changes", "edition.changes.form", CHANGES_LENGTH);
        }
        return workshop.database.call(by, tx -> {
            Deliverable before = Workshop.find(tx, by, id);
            if (before.state() != State.PUBLISHED) {
                throw wrongState(before);
            }
            DeliverableSql sql = tx.attach(DeliverableSql.class);
            DeliverableId next = sql.insert(
                    before.unit(),
                    before.title(),
                    before.label(),
                    before.snapshot(),
                    before.earlier(),
                    id,
                    workshop.clock.instant(),
                    by.account());
            Outlines.begin(tx, by, next, Outlines.read(tx, id).chapters(), workshop);
            sql.copyTexts(id, next, by.account(), workshop.clock.instant());
            sql.explain(next, text);
            workshop.journal.record(
                    tx,
                    Entry.of(by, "deliverable.renewed", "deliverable/" + next)
                            .with(Map.of("replaces", id.value()))
                            .text(text));
            return next;
        });
    }

    private static void move(Handle tx, Deliverable before, Step step) {
        if (tx.attach(DeliverableSql.class).move(before.id(), names(step), step.to()) == 0) {
            throw wrongState(before);
        }
    }

    private static List<String> names(Step step) {
        return step.from().stream().map(State::name).toList();
    }

    private static Refusal wrongState(Deliverable deliverable) {
        return Refusal.conflict("edition.wrongState", Message.of("edition.state." + deliverable.state()));
    }

    private void took(
            Handle tx, Principal by, Deliverable before, Step step, Map<String, ?> facts, @Nullable String text) {
        workshop.journal.record(
                tx,
                Entry.of(by, step.action(), before.object())
                        .change(Map.of("state", before.state().name()), with(facts, step))
                        .text(text));
    }

    private static Map<String, Object> with(Map<String, ?> facts, Step step) {
        Map<String, Object> all = new TreeMap<>(facts);
        all.put("state", step.to().name());
        return all;
    }
}
