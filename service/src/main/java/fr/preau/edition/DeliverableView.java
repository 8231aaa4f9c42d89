package fr.preau.edition;

import fr.preau.access.Principal;
import fr.preau.access.Side;
import fr.preau.kernel.AccountId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deliverable before one of its editors.
 *
 * @param outline its sections, those taken out among them
 * @param texts present version of each text that somebody has written, by section
 * @param content as it reads now, or as it was frozen once it is proposed
 * @param figures what a text may insert, by name; empty once it is frozen
 * @param unknown names in texts that are of no figure, by section
 * @param hidden rows that are left out, with the reason
 * @param shownRows rows that are not
 * @param roll the schools that it names; null for none
 */
public record DeliverableView(
        Deliverable deliverable,
        Content content,
        DraftOutline outline,
        Map<String, TextVersion> texts,
        Map<String, String> figures,
        Map<String, List<String>> unknown,
        List<HiddenRow> hidden,
        long shownRows,
        List<SignatureRow> signatures,
        Optional<LabelRequest> request,
        @Nullable Roll roll) {

    /** A row that is left out, named as its table would. */
    public record HiddenRow(String table, String name, Hidden why) {}

    /** The same view of more. */
    DeliverableView with(Content more) {
        return new DeliverableView(
                deliverable, more, outline, texts, figures, unknown, hidden, shownRows, signatures, request, roll);
    }

    /** Whether the person has still to sign. */
    public boolean maySign(Principal by) {
        return deliverable.state() == State.PROPOSED
                && by.side() != Side.ESTABLISHMENT
                && signatures.stream().noneMatch(one -> one.account().equals(by.account()));
    }

    /** Whether a side has signed. */
    public boolean signed(Side side) {
        return signatures.stream().anyMatch(one -> one.side() == side);
    }

    /** Whether the person may decide on the wish to lower the label. */
    public boolean mayDecide(AccountId account) {
        return deliverable.written()
                && request.filter(wish -> !wish.askedBy().equals(account)).isPresent();
    }

    /** The version that is written now; 0 while the text that the section proposes stands. */
    public int version(String section) {
        TextVersion text = texts.get(section);
        return text == null ? 0 : text.version();
    }

    /** The text of a section as it is written. */
    public String body(Chapter section) {
        TextVersion text = texts.get(section.id());
        return text == null ? section.proposed() : text.body();
    }

    public @Nullable TextVersion text(Chapter section) {
        return texts.get(section.id());
    }

    /** How many tables stand in a section; null where it is no part of the document, as it has nothing to introduce. */
    public @Nullable Integer tables(Chapter section) {
        return content.sections().stream()
                .filter(one -> one.id().equals(section.id()))
                .findFirst()
                .map(one -> one.tables().size())
                .orElse(null);
    }

    public List<String> unknown(Chapter section) {
        return Objects.requireNonNullElse(unknown.get(section.id()), List.of());
    }
}
