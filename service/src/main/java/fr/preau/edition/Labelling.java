package fr.preau.edition;

import fr.preau.access.Principal;
import fr.preau.access.Scope;
import fr.preau.journal.Entry;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.Refusal;
import java.util.Map;

/** Changes a draft's label. A narrower circle is anybody's to choose; a wider one takes a second person. */
public final class Labelling {
    private static final int REASON_LENGTH = 1000;

    private final Workshop workshop;

    Labelling(Workshop workshop) {
        this.workshop = workshop;
    }

    /**
     * Raises the label at once, or asks for a lower one.
     *
     * @param reason why a wider circle may read it; not needed for a narrower one
     */
    public void change(Principal by, DeliverableId id, Label label, String reason) {
        by.needs(Scope.SESSION);
        workshop.database.run(by, tx -> {
            Deliverable draft = Workshop.find(tx, by, id);
            DeliverableSql sql = tx.attach(DeliverableSql.class);
            if (Exhibit.of(draft.unit(), label).isEmpty()) {
                throw Refusal.invalid(
                        "label", "edition.label.unit." + draft.unit().kind().name());
            }
            if (!label.lowerThan(draft.label())) {
                set(sql, draft, label);
                workshop.journal.record(
                        tx,
                        Entry.of(by, "deliverable.labelled", draft.object())
                                .change(Map.of("label", draft.label().name()), Map.of("label", label.name())));
                return;
            }
            String text = reason.strip();
            if (text.isEmpty() || text.length() > REASON_LENGTH) {
                throw Refusal.invalid("reason", "edition.reason.form", REASON_LENGTH);
            }
            if (sql.ask(id, label, text, workshop.clock.instant(), by.account()) == 0) {
                throw Refusal.conflict("edition.label.asked");
            }
            workshop.journal.record(
                    tx,
                    Entry.of(by, "deliverable.labelAsked", draft.object())
                            .with(Map.of("label", label.name()))
                            .text(text));
        });
    }

    /** Decides on somebody else's wish for a lower label. */
    public void decide(Principal by, DeliverableId id, boolean accepted) {
        by.needs(Scope.SESSION);
        workshop.database.run(by, tx -> {
            Deliverable draft = Workshop.find(tx, by, id);
            DeliverableSql sql = tx.attach(DeliverableSql.class);
            LabelRequest wish = sql.request(id).orElseThrow(() -> Refusal.conflict("edition.label.none"));
            String outcome = accepted ? "ACCEPTED" : "REFUSED";
            if (sql.decide(wish.id(), outcome, workshop.clock.instant(), by.account()) == 0) {
                // Another one may have decided at the same moment.
                throw wish.askedBy().equals(by.account())
                        ? Refusal.forbidden("edition.label.own")
                        : Refusal.conflict("edition.label.none");
            }
            if (accepted) {
                set(sql, draft, wish.label());
            }
            workshop.journal.record(
                    tx,
                    Entry.of(by, "deliverable.labelDecided", draft.object())
                            .change(
                                    Map.of("label", draft.label().name()),
                                    Map.of("label", wish.label().name(), "outcome", outcome)));
        });
    }

    private static void set(DeliverableSql sql, Deliverable draft, Label label) {
        if (sql.label(draft.id(), draft.label(), label) == 0) {
            throw Refusal.conflict("edition.frozen");
        }
    }
}
