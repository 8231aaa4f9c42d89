package fr.preau.walk;

import fr.preau.Visitor;
import jakarta.ws.rs.HttpMethod;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceModel;

/**
 * What people reach by following links, one after the other: which routes of the service's resource model have been met,
 * and which links lead nowhere. Of a route, it follows {@value #EACH} addresses a person at most.
 */
final class Crawl {
    private static final int EACH = 2;
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    /** Not pages, and tested elsewhere: files, the API, the document of an audit, the way back from the provider. */
    private static final Pattern NOT_PAGES =
            Pattern.compile("/(assets|langue|api/v1)/.*|/audits/[^/]+/rapport\\.pdf|/connexion/fournisseur/retour");

    /** Those with the fewest variables first, as the service itself chooses. */
    private final List<String> routes;

    private final Set<String> met = new HashSet<>();
    private final List<String> dead = new ArrayList<>();

    Crawl(ResourceModel model) {
        routes = model.getResources().stream()
                .flatMap(resource -> readable("", resource))
                .filter(route -> !NOT_PAGES.matcher(route).matches())
                .distinct()
                .sorted(Comparator.comparingInt((String route) -> route.split("\\{", -1).length)
                        .thenComparing(Comparator.reverseOrder()))
                .toList();
    }

    /** The pages that the person reaches and that nobody has met before: an address for each route. */
    Map<String, String> from(Visitor visitor, String... starts) {
        Map<String, String> pages = new LinkedHashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        Set<String> known = new HashSet<>(List.of(starts));
        Queue<String> next = new ArrayDeque<>(List.of(starts));
        while (!next.isEmpty()) {
            String path = next.remove();
            String route = route(path);
            if (seen.merge(route, 1, Integer::sum) > EACH) {
                continue;
            }
            HttpResponse<String> reply = visitor.get(path, "Accept", "text/html,*/*");
            if (reply.statusCode() == 200 && isPage(reply) && !met.contains(route)) {
                pages.putIfAbsent(route, path);
            }
            links(path, reply).filter(known::add).forEach(next::add);
        }
        seen.keySet().forEach(met::add);
        return pages;
    }

    /** The links that led nowhere, each with its status. */
    List<String> dead() {
        return dead;
    }

    /** The routes that nobody has met. */
    Set<String> forgotten() {
        Set<String> forgotten = new TreeSet<>(routes);
        forgotten.removeAll(met);
        return forgotten;
    }

    private Stream<String> links(String path, HttpResponse<String> reply) {
        if (reply.statusCode() == 303) {
            String target = reply.headers().firstValue("Location").orElseThrow();
            return Stream.of(target.replaceFirst("^http://[^/]+", ""));
        }
        if (reply.statusCode() != 200) {
            dead.add(reply.statusCode() + " " + path);
            return Stream.empty();
        }
        if (!isPage(reply)) {
            return Stream.empty();
        }
        return LINK.matcher(reply.body())
                .results()
                .map(match -> match.group(1).replace("&amp;", "&"))
                .filter(link -> !NOT_PAGES.matcher(link).matches());
    }

    private static boolean isPage(HttpResponse<String> reply) {
        // A file of that type that is handed over is no page: it is saved, not shown.
        boolean saved = reply.headers().firstValue("Content-Disposition").isPresent();
        return !saved && reply.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    }

    /** The route that answers the address, or the address itself. */
    private String route(String path) {
        String bare = path.replaceFirst("\\?.*", "");
        return routes.stream()
                .filter(route -> bare.matches(route.replaceAll("\\{[^}]+}", "[^/]+")))
                .findFirst()
                .orElse(bare);
    }

    private static Stream<String> readable(String above, Resource resource) {
        String path = (above + "/" + resource.getPath()).replaceAll("/+", "/");
        Stream<String> own = resource.getResourceMethods().stream()
                .filter(method -> !method.isExtended() && method.getHttpMethod().equals(HttpMethod.GET))
                .map(method -> path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        return Stream.concat(own, resource.getChildResources().stream().flatMap(child -> readable(path, child)));
    }
}
