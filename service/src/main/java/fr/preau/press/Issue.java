package fr.preau.press;

import fr.preau.edition.Label;
import fr.preau.kernel.DeliverableId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One set of signed files: an edition, the same for everybody, or the copy of one receiver.
 *
 * @param perimeter the unit as people say it
 * @param receiver null where the files are the same for everybody
 */
public record Issue(
        long id,
        DeliverableId deliverable,
        String perimeter,
        String title,
        Label label,
        int number,
        @Nullable String receiver,
        Instant issuedAt) {}
