package fr.preau.access;

import fr.preau.web.FormErrors;
import fr.preau.web.Option;
import fr.preau.web.Viewer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page of one's people.
 *
 * @param unit as it was typed
 * @param errors what is wrong with the filter: then it holds for nothing
 */
public record PeopleList(People.Part part, PeopleFilter filter, String unit, FormErrors errors) {
    public List<PersonRow> people() {
        return part.page().items();
    }

    public boolean filtered() {
        return !query().isEmpty();
    }

    public String csvHref() {
        return "/personnes/liste.csv" + asked(query());
    }

    /** Null on the last part. */
    public @Nullable String nextHref() {
        String next = part.page().next();
        return next == null
                ? null
                : "/personnes"
                        + asked(Stream.concat(query().stream(), Stream.of("apres=" + next))
                                .toList());
    }

    /** The roles to choose from, any of them first. */
    public List<Option> roles(Viewer viewer) {
        return options(
                viewer,
                "people.filter.anyRole",
                Arrays.stream(Role.values())
                        .map(role -> new Option(role.name(), viewer.t("access.role." + role.name()))));
    }

    /** The states to choose from, any of them first. */
    public List<Option> states(Viewer viewer) {
        return options(
                viewer,
                "people.filter.anyState",
                Arrays.stream(PersonState.values())
                        .map(state -> new Option(state.name(), viewer.t("people.state." + state.name()))));
    }

    private static List<Option> options(Viewer viewer, String any, Stream<Option> others) {
        return Stream.concat(Stream.of(new Option("", viewer.t(any))), others).toList();
    }

    private List<String> query() {
        List<String> query = new ArrayList<>();
        add(query, "q", filter.text());
        add(query, "role", filter.role() == null ? "" : filter.role().name());
        add(query, "unite", unit);
        add(query, "etat", filter.state() == null ? "" : filter.state().name());
        return query;
    }

    private static void add(List<String> query, String name, String value) {
        if (!value.isBlank()) {
            query.add(name + "=" + URLEncoder.encode(value.strip(), StandardCharsets.UTF_8));
        }
    }

    private static String asked(List<String> query) {
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }
}
