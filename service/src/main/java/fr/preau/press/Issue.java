package fr.preau.press;

import fr.preau.edition.Label;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.DeliverableId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One set of signed files: an edition, the same for everybody, or the copy of one receiver.
 *
 * @param perimeter the unit as people say it
 * @param receiver null where the files are the same for everybody
 * @param named schools that it names: such a copy is for who made it, and no link leads to it
 */
public record Issue(
        long id,
        DeliverableId deliverable,
        String perimeter,
        String title,
        Label label,
        int number,
        @Nullable String receiver,
        Instant issuedAt,
        AccountId issuedBy,
        int named) {

    /** Whether the account may fetch its files. */
    public boolean servesTo(AccountId account) {
        return named == 0 || issuedBy.equals(account);
    }
}
