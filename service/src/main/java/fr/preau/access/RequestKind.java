package fr.preau.access;

import jakarta.ws.rs.container.ContainerRequestContext;

/** What a request is for, by its path: that alone decides how it may say who sends it. */
enum RequestKind {
    /** A page or its form: by the session's cookie alone. */
    PAGE,
    /** The JSON API: by a bearer's token alone, so that no other site can use a browser's cookie on it. */
    API,
    /** Stylesheet, script, font: nobody asks who. */
    ASSET;

    static RequestKind of(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        String local = path.startsWith("/") ? path.substring(1) : path;
        if (local.equals("api") || local.startsWith("api/")) {
            return API;
        }
        return local.startsWith("assets/") ? ASSET : PAGE;
    }

    /** The path with its query, as the browser asked for it. */
    static String localPath(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        String query = request.getUriInfo().getRequestUri().getRawQuery();
        return query == null ? path : path + "?" + query;
    }
}
