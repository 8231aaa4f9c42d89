package fr.preau.audit;

import fr.preau.access.Principal;
import fr.preau.checklist.Party;
import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every save of an answer must pass, one or many at a time: each rule refuses, with what to do. */
final class SaveRules {
    private SaveRules() {}

    /** For which party the person writes. */
    static Party writerOf(Principal by, Audit audit, Cell cell, LocalDate today) {
        return Answering.writesFor(by, audit, cell.party(), today)
                .orElseThrow(() -> Refusal.forbidden(
                        "audit.notYours", Message.of("party.of." + cell.party().name())));
    }

    static void mustBeOpen(Audit audit, LocalDate today) {
        if (today.isBefore(audit.opensOn())) {
            throw Refusal.conflict("audit.campaign.notYet", audit.opensOn());
        }
        if (today.isAfter(audit.closesOn())) {
            throw Refusal.conflict("audit.campaign.closed", audit.closesOn());
        }
        if (!audit.state().open()) {
            throw Refusal.conflict("audit.noSave." + audit.state().name());
        }
    }

    static void mustBeSeen(Cell cell, int seen) {
        if (cell.version() != seen) {
            throw stale(cell);
        }
    }

    /** Whether it is worth asking where the answer comes from: only then can {@link #mustTellWhy} refuse. */
    static boolean mayLackWhy(Cell cell, NewAnswer answer) {
        return cell.answered() && !Provenance.told(answer, cell.comment());
    }

    /** An exception to a shared answer says why: in words that are not those of the shared answer itself. */
    static void mustTellWhy(Optional<Provenance> provenance, Cell cell, NewAnswer answer) {
        boolean untold = provenance
                .filter(from -> Provenance.untold(from.verdict(), from.follows(), answer, cell.comment()))
                .isPresent();
        if (untold) {
            throw Refusal.invalid("comment", "audit.comment.exception");
        }
    }

    /** Whether the cell says it already: a save of the same writes nothing. */
    static boolean same(Cell cell, NewAnswer answer) {
        return cell.verdict() == answer.verdict() && Objects.equals(cell.comment(), answer.comment());
    }

    static Refusal stale(Cell cell) {
        if (!cell.answered()) {
            return new Refusal(new Problem.Stale(Message.of("audit.stale.none"), null));
        }
        return new Refusal(new Problem.Stale(Message.of("audit.stale"), saved(cell, null)));
    }

    /** The answer as it stands. */
    static SavedAnswer saved(Cell cell, @Nullable Principal by) {
        String author = by != null && by.account().equals(cell.author()) ? by.name() : cell.authorName();
        return new SavedAnswer(
                Objects.requireNonNull(cell.verdict()),
                cell.comment(),
                cell.version(),
                Objects.requireNonNull(cell.authorParty()),
                author,
                Objects.requireNonNull(cell.at()));
    }
}
