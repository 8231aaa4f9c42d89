package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.Paris;
import fr.preau.web.Csv;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hands the list of people over as CSV: a line a right, in the columns that the import takes and four more, so that a
 * file taken here can be corrected and given back.
 */
final class PeopleCsv {
    /** People read at a time. */
    static final int PART = 500;

    /** Columns that the import takes. */
    static final List<String> TAKEN = List.of("email", "nom", "employeur", "role", "unite", "fin");
    /** Columns that it leaves aside. */
    static final List<String> TOLD = List.of("nom_unite", "depuis", "accorde_par", "derniere_venue", "etat");

    private PeopleCsv() {}

    /** Reads the part of the list that follows somebody. */
    @FunctionalInterface
    interface Source {
        People.Part after(@Nullable AccountId last);
    }

    /** The reply with the file; what is refused is refused before the first byte. */
    static Response attachment(Source source) {
        People.Part first = source.after(null);
        StreamingOutput output = out -> {
            Csv csv = Csv.to(out);
            csv.row(Stream.concat(TAKEN.stream(), TOLD.stream()).toList());
            for (People.Part part = first; ; ) {
                part.page().items().forEach(person -> write(csv, person));
                String next = part.page().next();
                if (next == null) {
                    break;
                }
                part = source.after(new AccountId(Long.parseLong(next)));
            }
            csv.end();
        };
        return attachment("personnes", output);
    }

    static Response attachment(String name, StreamingOutput output) {
        return Response.ok(output, Csv.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static void write(Csv csv, PersonRow person) {
        if (person.held().isEmpty()) {
            csv.row(line(person, List.of("", "", "", "", "", "")));
        }
        person.held()
                .forEach(held -> csv.row(line(
                        person,
                        List.of(
                                held.role().name(),
                                held.unit(),
                                Objects.toString(held.lastDay(), ""),
                                Objects.requireNonNullElse(held.unitName(), ""),
                                day(held.since()),
                                Objects.requireNonNullElse(held.givenByName(), "")))));
    }

    private static List<String> line(PersonRow person, List<String> right) {
        return Stream.of(
                        List.of(person.email(), person.name(), person.employer().toString()),
                        right,
                        List.of(day(person.seenAt()), person.state().name()))
                .flatMap(List::stream)
                .toList();
    }

    private static String day(@Nullable Instant instant) {
        return instant == null ? "" : instant.atZone(Paris.ZONE).toLocalDate().toString();
    }
}
