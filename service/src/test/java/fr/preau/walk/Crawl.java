package fr.preau.walk;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.preau.Visitor;
import fr.preau.web.View;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a person reaches by following links: one address of each kind of page, and the links that lead nowhere. Of a kind,
 * it follows {@value #EACH} at most.
 */
record Crawl(Map<String, String> pages, List<String> dead) {
    private static final int EACH = 4;
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern NOT_PAGES = Pattern.compile("/(assets|langue|api)/.*");
    private static final List<String> KINDS = endpoints();

    static Crawl from(Visitor visitor, String... starts) {
        Map<String, String> pages = new TreeMap<>();
        List<String> dead = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        Set<String> known = new HashSet<>(List.of(starts));
        Queue<String> next = new ArrayDeque<>(known);
        while (!next.isEmpty()) {
            String path = next.remove();
            String kind = kind(path);
            if (seen.merge(kind, 1, Integer::sum) > EACH) {
                continue;
            }
            HttpResponse<String> reply = visitor.get(path, "Accept", "text/html,*/*");
            if (reply.statusCode() == 303) {
                String target = reply.headers().firstValue("Location").orElseThrow();
                next.add(target.replaceFirst("^http://[^/]+", ""));
            } else if (reply.statusCode() != 200) {
                dead.add(reply.statusCode() + " " + path);
            } else if (reply.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                pages.putIfAbsent(kind, path);
                links(reply.body()).filter(known::add).forEach(next::add);
            }
        }
        return new Crawl(pages, dead);
    }

    /** The pages that the code has, less those that are met elsewhere: by a one-time link. */
    static Set<String> kindsInCode() {
        Set<String> kinds = new TreeSet<>(KINDS);
        kinds.removeIf(kind -> kind.startsWith("/lien/"));
        return kinds;
    }

    private static java.util.stream.Stream<String> links(String html) {
        return LINK.matcher(html)
                .results()
                .map(match -> match.group(1).replace("&amp;", "&"))
                .filter(path -> !NOT_PAGES.matcher(path).matches());
    }

    /** The endpoint that answers the path: the one with the fewest variables. */
    private static String kind(String path) {
        String bare = path.replaceFirst("\\?.*", "");
        return KINDS.stream()
                .filter(kind -> bare.matches(kind.replaceAll("\\{[^}]+}", "[^/]+")))
                .findFirst()
                .orElse(bare);
    }

    /** The paths of all pages, those without variables first. */
    private static List<String> endpoints() {
        List<String> paths = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("fr.preau")) {
            if (type.isAnnotatedWith(Path.class)) {
                String root = type.getAnnotationOfType(Path.class).value();
                type.getMethods().stream()
                        .filter(method -> method.isAnnotatedWith(GET.class))
                        .filter(method -> method.getRawReturnType().isEquivalentTo(View.class))
                        .map(method -> join(root, method))
                        .forEach(paths::add);
            }
        }
        paths.sort((a, b) -> a.contains("{") == b.contains("{") ? a.compareTo(b) : a.contains("{") ? 1 : -1);
        return paths;
    }

    private static String join(String root, JavaMethod method) {
        String own = method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
        String path = ("/" + root + "/" + own).replaceAll("/+", "/");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
