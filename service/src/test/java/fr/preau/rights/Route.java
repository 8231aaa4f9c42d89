package fr.preau.rights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.server.model.ResourceModel;

/**
 * One method of one address.
 *
 * @param path begins with a slash; parameters without their pattern, as {@code /audits/{audit}}
 * @param json whether it takes JSON
 */
record Route(String method, String path, boolean json) {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}:\\s]+)[^}]*}");

    /** Every route that the service answers at, out of Jersey's own model, in the order of the addresses. */
    static List<Route> of(ResourceModel model) {
        List<Route> routes = new ArrayList<>();
        model.getResources().forEach(resource -> collect(resource, "", routes));
        return routes.stream()
                .distinct()
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .toList();
    }

    private static void collect(Resource resource, String above, List<Route> into) {
        String path = joined(above, resource.getPath());
        for (ResourceMethod method : resource.getResourceMethods()) {
            // Jersey answers OPTIONS and WADL of its own accord.
            if (!method.isExtended()) {
                boolean json = method.getConsumedTypes().stream()
                        .anyMatch(type -> type.getSubtype().equals("json"));
                String bare = PARAMETER.matcher(path).replaceAll("{$1}");
                into.add(new Route(method.getHttpMethod(), bare, json || bare.startsWith("/api/")));
            }
        }
        resource.getChildResources().forEach(child -> collect(child, path, into));
    }

    private static String joined(String above, String path) {
        String part = path == null ? "" : path.replaceAll("^/|/$", "");
        return part.isEmpty() && !above.isEmpty() ? above : (above.equals("/") ? "" : above) + "/" + part;
    }

    boolean safe() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Programs come by a token, pages by a cookie. */
    boolean api() {
        return path.startsWith("/api/");
    }

    List<String> parameters() {
        return PARAMETER.matcher(path).results().map(found -> found.group(1)).toList();
    }

    /** The address with each parameter replaced. */
    String filled(UnaryOperator<String> value) {
        return PARAMETER.matcher(path).replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
