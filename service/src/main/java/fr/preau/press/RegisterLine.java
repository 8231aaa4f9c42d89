package fr.preau.press;

import fr.preau.edition.Label;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of the register: a link, with a file that was fetched by it when one was; or a copy of one's own.
 *
 * @param until null for a copy of one's own, which no link leads to
 */
public record RegisterLine(
        String title,
        int number,
        String label,
        String receiver,
        Instant madeAt,
        @Nullable LocalDate until,
        @Nullable Instant revokedAt,
        @Nullable String name,
        @Nullable Instant at) {

    List<String> cells() {
        return List.of(
                title,
                Integer.toString(number),
                Label.valueOf(label).text(),
                receiver,
                madeAt.toString(),
                Objects.toString(until, ""),
                Objects.toString(revokedAt, ""),
                Objects.requireNonNullElse(name, ""),
                Objects.toString(at, ""));
    }
}
