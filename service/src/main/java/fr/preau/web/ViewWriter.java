package fr.preau.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link View} as HTML in UTF-8, from the templates compiled into the jar.
 *
 * <p>The whole page is rendered before its first byte leaves, so that a fault in a template is a clean 500 and never
 * half a page.
 */
@Provider
@Produces(MediaType.TEXT_HTML)
public final class ViewWriter implements MessageBodyWriter<View> {
    static final String HTML = "text/html;charset=utf-8";

    private final TemplateEngine engine;

    public ViewWriter() {
        this(TemplateEngine.createPrecompiled(ContentType.Html));
    }

    ViewWriter(TemplateEngine engine) {
        this.engine = engine;
    }

    @Override
    public boolean isWriteable(
            Class<?> type, @Nullable Type generic, Annotation @Nullable [] annotations, MediaType media) {
        return type == View.class;
    }

    @Override
    public void writeTo(
            View view,
            Class<?> type,
            @Nullable Type generic,
            Annotation @Nullable [] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        Utf8ByteOutput page = render(view);
        headers.putSingle(HttpHeaders.CONTENT_TYPE, HTML);
        headers.putSingle(HttpHeaders.CONTENT_LENGTH, page.getContentLength());
        page.writeTo(body);
    }

    private Utf8ByteOutput render(View view) {
        Viewer viewer = Objects.requireNonNull(view.viewer(), "a view leaves through the Presenter, which adds it");
        Utf8ByteOutput page = new Utf8ByteOutput();
        engine.render(view.template(), Map.of("viewer", viewer, "page", view.page()), page);
        return page;
    }
}
