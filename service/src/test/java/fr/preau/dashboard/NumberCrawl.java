package fr.preau.dashboard;

import fr.preau.Visitor;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Follows the links of the views of figures, and numbers to their lists: of each kind of view and unit a few addresses,
 * and from these a few numbers of each kind of list.
 */
final class NumberCrawl {
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern COUNTED = Pattern.compile("<a data-count=\"(\\d+)\" href=\"([^\"]+)\"");
    private static final Pattern TOTAL = Pattern.compile("data-total=\"(\\d+)\"");
    private static final Pattern CHOICE = Pattern.compile("name=\"avec\" value=\"([^\"]+)\"");
    /** A cell with a count, alone or out of another: percentages are no counts, nor is what one school has answered. */
    private static final Pattern BARE =
            Pattern.compile("<td(?![^>]*Renseignées)[^>]*>\\s*([1-9]\\d*(?: sur \\d+)?)\\s*</td>");
    /** The views; neither files, nor the journal, nor the report. */
    private static final Pattern VIEWS = Pattern.compile(
            "/chiffres.*|/campagnes/[^/]+/suivi(\\?.*)?|/unites/[^/?]+(/(ecarts|mesures|repartition|evolution|comparaison)(/[A-Z]+-\\d+)?)?(\\?.*)?");

    private final Visitor visitor;
    private final int each;
    private final Map<String, Integer> met = new HashMap<>();
    private final Map<String, String> totals = new HashMap<>();
    private final Set<String> shapes = new TreeSet<>();
    private final Set<String> wrong = new TreeSet<>();
    private final Set<String> bare = new TreeSet<>();
    private int pages;

    NumberCrawl(Visitor visitor, int each) {
        this.visitor = visitor;
        this.each = each;
    }

    void from(String... starts) {
        Set<String> known = new HashSet<>(List.of(starts));
        Queue<String> next = new ArrayDeque<>(List.of(starts));
        while (!next.isEmpty()) {
            String path = next.remove();
            if (List.of(starts).contains(path) || first(view(path))) {
                links(path).stream().filter(known::add).forEach(next::add);
            }
        }
    }

    /** Numbers whose list has another total, and links that lead nowhere. */
    Set<String> wrong() {
        return wrong;
    }

    /** Counts in a table that are no link. */
    Set<String> bare() {
        return bare;
    }

    /** What the lists that numbers led to were narrowed by. */
    Set<String> shapes() {
        return shapes;
    }

    /** Lists that numbers have led to. */
    int followed() {
        return totals.size();
    }

    int pages() {
        return pages;
    }

    private List<String> links(String path) {
        HttpResponse<String> reply = visitor.get(path);
        if (reply.statusCode() == 303) {
            return List.of(reply.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", ""));
        }
        if (reply.statusCode() != 200) {
            wrong.add(reply.statusCode() + " " + path);
            return List.of();
        }
        pages++;
        String page = reply.body();
        COUNTED.matcher(page).results().forEach(number -> follow(path, number));
        BARE.matcher(page).results().forEach(cell -> bare.add(cell.group(1) + " " + path));
        List<String> links = LINK.matcher(page)
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .filter(link -> VIEWS.matcher(link).matches())
                .collect(Collectors.toCollection(ArrayList::new));
        List<String> choices =
                CHOICE.matcher(page).results().map(one -> one.group(1)).toList();
        if (choices.size() > 1 && !path.contains("avec=")) {
            links.add(path + "&avec=" + choices.get(0) + "&avec=" + choices.get(1));
        }
        return links;
    }

    private void follow(String from, MatchResult number) {
        String list = number.group(2).replace("&amp;", "&");
        String shape = query(list);
        if (!totals.containsKey(list) && !first(view(from) + " " + view(list) + shape)) {
            return;
        }
        shapes.add(shape);
        String total = totals.computeIfAbsent(list, address -> {
            HttpResponse<String> reply = visitor.get(address);
            return reply.statusCode()
                    + TOTAL.matcher(reply.body())
                            .results()
                            .map(found -> " " + found.group(1))
                            .collect(Collectors.joining());
        });
        if (!total.equals("200 " + number.group(1))) {
            wrong.add(number.group(1) + " on " + from + " but " + total + " in " + list);
        }
    }

    private boolean first(String shape) {
        return met.merge(shape, 1, Integer::sum) <= each;
    }

    /** The kind of view and of unit. */
    private static String view(String path) {
        return path.replaceFirst("\\?.*", "").replaceAll("-[0-9A-Z]+|/\\d+", "*");
    }

    /** What narrows a list, beside its campaign and type: {@code mesure+reponse}. */
    private static String query(String list) {
        return Arrays.stream(list.replaceFirst("^[^?]*\\??", "").split("&"))
                .map(part -> part.replaceFirst("=.*", ""))
                .filter(name -> !List.of("campagne", "type", "lecture").contains(name))
                .filter(name -> !name.equals("etat") || !list.contains("&sauf=") && !list.contains("&aussi="))
                .distinct()
                .sorted()
                .collect(Collectors.joining("+"));
    }
}
