package fr.preau.rights;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every route of the running service × every role × every place, against the one declared table,
 * {@code access-matrix.txt}. Each reply is also listened to for the canary, and one about somebody else's thing must be
 * the very reply about nobody's.
 */
class AccessMatrixTest {
    @RegisterExtension
    static final App APP = new App().withAllDoors();

    private static final AccessTable TABLE = AccessTable.read();
    private static List<Route> routes;
    private static Stage stage;
    private static Caller caller;
    private static List<Who> people;

    private final List<String> told = new ArrayList<>();
    private int requests;

    @BeforeAll
    static void stage() {
        routes = Route.of(APP.model());
        stage = new Stage(APP);
        caller = new Caller(stage, TABLE);
        people = stage.people();
    }

    @Test
    void defect_09_every_route_answers_every_role_in_every_place_as_declared() {
        assertThat(people).extracting(Who::column).as("columns of the table").isEqualTo(TABLE.columns());
        long start = System.nanoTime();
        Map<Route, List<String>> found = new LinkedHashMap<>();
        routes.forEach(route ->
                found.put(route, people.stream().map(who -> cell(route, who)).toList()));
        found.forEach(this::compare);
        System.out.printf(
                "access matrix: %d routes × %d columns × %d places, %d requests in %d s%n",
                routes.size(),
                people.size(),
                Place.values().length,
                requests,
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
        assertThat(told).as(requests + " requests").isEmpty();
        assertThat(requests).isGreaterThan(1_000);
    }

    @Test
    void declares_no_route_that_is_gone() {
        assertThat(TABLE.lines().keySet())
                .isSubsetOf(routes.stream().map(Route::toString).toList());
    }

    @Test
    void lets_nobody_tell_what_is_elsewhere_from_what_is_nowhere() {
        TABLE.lines()
                .forEach((route, cells) -> assertThat(cells)
                        .as(route)
                        .allSatisfy(cell -> assertThat(cell.substring(1)).matches("|(.)\\1{3}")));
    }

    @Test
    void lets_nobody_do_anything_but_come_in_and_read_what_is_public() {
        assertThat(
                        TABLE.lines().entrySet().stream()
                                .filter(line -> !line.getValue()
                                        .get(people.size() - 1)
                                        .replace("?", "")
                                        .isEmpty())
                                .map(Map.Entry::getKey)
                                .filter(
                                        route -> !route.matches(
                                                "GET /(referentiel.*|editions.*|recu/.*|verifier|schemas/.*|aide|mentions-legales|accessibilite"
                                                        + "|assets/.*|langue/.*|api|api/v1/openapi.json)|GET /deconnexion/retour|(GET|POST) /(connexion|lien).*")))
                .isEmpty();
    }

    private String cell(Route route, Who who) {
        Visitor visitor = route.api() ? who.program() : who.page().get();
        if (!caller.placed(route)) {
            Caller.Call call = call(route, who, visitor, Place.INSIDE);
            return String.valueOf(Sign.of(call.reply(), who.nobody()).letter);
        }
        Map<Place, Caller.Call> calls = new EnumMap<>(Place.class);
        StringBuilder cell = new StringBuilder();
        for (Place place : Place.values()) {
            Caller.Call call = call(route, who, visitor, place);
            calls.put(place, call);
            cell.append(Sign.of(call.reply(), who.nobody()).letter);
        }
        if (!who.nobody()) {
            alike(route, who, calls);
        }
        return cell.toString();
    }

    private Caller.Call call(Route route, Who who, Visitor visitor, Place place) {
        requests++;
        Caller.Call call = caller.call(visitor, route, who.targets().get(place));
        if (Sign.of(call.reply(), who.nobody()) == Sign.FAULT) {
            told.add(route + " fails for " + who.column() + " in " + place + ": " + call.text());
        }
        stage.canary
                .heard(call.asked(), call.text())
                .forEach(song -> told.add(route + " tells " + who.column() + " of the canary: " + song));
        return call;
    }

    /** What lies elsewhere answers as what lies nowhere, in status, headers and body, but for the ids asked for. */
    private void alike(Route route, Who who, Map<Place, Caller.Call> calls) {
        Map<String, Object> unknown =
                bare(calls.get(Place.UNKNOWN), who.targets().get(Place.UNKNOWN));
        for (Place place : List.of(Place.SIBLING, Place.ACADEMY, Place.COLLECTIVITY)) {
            Map<String, Object> elsewhere = bare(calls.get(place), who.targets().get(place));
            if (!elsewhere.equals(unknown)) {
                told.add(route + " tells " + who.column() + " what is in " + place + " from what is nowhere:\n"
                        + elsewhere + "\n" + unknown);
            }
        }
    }

    private static Map<String, Object> bare(Caller.Call call, Target target) {
        Map<String, Object> bare = new TreeMap<>(call.reply().headers().map());
        String id = call.reply().headers().firstValue("x-request-id").orElse("-");
        // The id of the request and the time vary, and with them the length.
        List.of("x-request-id", "date", "content-length").forEach(bare::remove);
        bare.put("status", call.reply().statusCode());
        bare.put(
                "body",
                call.text()
                        .replace(id, "")
                        .replace(target.unit().toString(), "UNIT")
                        .replace(target.audit().toString(), "AUDIT"));
        return bare;
    }

    private void compare(Route route, List<String> cells) {
        List<String> declared = TABLE.lines().get(route.toString());
        String line = AccessTable.line(route, cells);
        if (declared == null) {
            told.add("access-matrix.txt has no line for this route. What it answers now, to be held against the rules"
                    + " before you add it:\n" + line);
            return;
        }
        if (!declared.equals(cells)) {
            told.add("declared, then found:\n" + AccessTable.line(route, declared) + "\n" + line);
        }
    }
}
