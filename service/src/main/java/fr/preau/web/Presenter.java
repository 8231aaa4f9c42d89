package fr.preau.web;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.List;

/**
 * Gives a reply its last form: a {@link Failure} becomes a page, a note or JSON, and a {@link View} learns who looks.
 *
 * <p>A problem is JSON under {@code /api} and wherever JSON is asked for before HTML; htmx gets a note alone, for
 * the layout's live region.
 */
@Provider
public final class Presenter implements ContainerResponseFilter {
    private static final MediaType HTML = MediaType.valueOf(ViewWriter.HTML);
    private static final MediaType PROBLEM = new MediaType("application", "problem+json");
    private static final Annotation[] NONE = {};

    private final Viewers viewers;

    public Presenter(Viewers viewers) {
        this.viewers = viewers;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Failure failure) {
            tell(failure, request, response);
        }
        if (response.getEntity() == null && response.getStatus() >= 400 && isApi(request)) {
            // Refused by Jersey itself, before any mapper: a header that can't be read.
            tell(RequestFaultMapper.failure(response.getStatus()), request, response);
        }
        if (response.getEntity() instanceof View view) {
            // Said outright: an Accept header that can't be read would have Jersey look for a writer of anything.
            response.setEntity(view.seenBy(viewers.of(request)), NONE, HTML);
        }
    }

    private void tell(Failure failure, ContainerRequestContext request, ContainerResponseContext response) {
        String id = RequestIds.of(request);
        if (wantsJson(request)) {
            response.setEntity(ProblemJson.of(failure, viewers.of(request), id), NONE, PROBLEM);
            return;
        }
        if (request.getHeaderString("HX-Request") == null) {
            response.setEntity(View.of("web/failure.jte", new FailurePage(failure, id)), NONE, HTML);
            return;
        }
        // Whatever the form asked to replace stays: what one has typed is still there.
        response.getHeaders().putSingle("HX-Retarget", "#live");
        response.getHeaders().putSingle("HX-Reswap", "innerHTML");
        response.getHeaders().putSingle("HX-Reselect", ".note");
        response.setEntity(View.of("web/failureNote.jte", new FailurePage(failure, id)), NONE, HTML);
    }

    private static boolean wantsJson(ContainerRequestContext request) {
        return isApi(request) || asksJsonFirst(accepted(request));
    }

    private static boolean isApi(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return path.startsWith("api/") || path.startsWith("/api/");
    }

    /** A header that can't be read asks for nothing: the reply must still say what is wrong, in some form. */
    private static List<MediaType> accepted(ContainerRequestContext request) {
        try {
            return request.getAcceptableMediaTypes();
        } catch (ProcessingException malformed) {
            return List.of();
        }
    }

    private static boolean asksJsonFirst(List<MediaType> accepted) {
        for (MediaType type : accepted) {
            if (type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
                return false;
            }
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.isCompatible(PROBLEM)) {
                return true;
            }
        }
        return false;
    }
}
