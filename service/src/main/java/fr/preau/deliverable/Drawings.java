package fr.preau.deliverable;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.FSStreamFactory;
import com.openhtmltopdf.extend.FSUriResolver;
import fr.preau.web.Mark;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The only things that a document being drawn can name: the marks of the site's sprite, in the colours of paper, from
 * memory. Any other address, of whatever protocol, is refused before anything looks at it.
 */
final class Drawings implements FSUriResolver, FSStreamFactory {
    static final String PROTOCOL = "preau";

    private static final Pattern SYMBOL =
            Pattern.compile("<symbol id=\"([a-z0-9-]+)\" viewBox=\"([^\"]+)\">(.*?)</symbol>", Pattern.DOTALL);

    private final Map<String, byte[]> drawings = new HashMap<>();

    Drawings() {
        drawings.put(address("hachures"), Hatching.sheet().getBytes(StandardCharsets.UTF_8));
        Map<String, String> colours = new HashMap<>();
        for (Mark mark : Mark.values()) {
            colours.put(mark.symbol(), Paper.colour(mark));
        }
        colours.put("preau", Paper.ROOF);
        Matcher symbols = SYMBOL.matcher(Resource.text("assets/sprite.svg"));
        while (symbols.find()) {
            String colour = colours.get(symbols.group(1));
            if (colour != null) {
                drawings.put(address(symbols.group(1)), svg(symbols.group(2), symbols.group(3), colour));
            }
        }
    }

    static String address(String symbol) {
        return PROTOCOL + ":" + symbol + ".svg";
    }

    /** A style sheet with the drawings that it names written into it, for who can't ask us for them. */
    String within(String style) {
        String whole = style;
        for (Map.Entry<String, byte[]> drawing : drawings.entrySet()) {
            String data = "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(drawing.getValue());
            whole = whole.replace("\"" + drawing.getKey() + "\"", "\"" + data + "\"");
        }
        return whole;
    }

    private static byte[] svg(String box, String shapes, String colour) {
        String drawn = shapes.replace("currentColor", colour).replace("var(--mark-in)", "#ffffff");
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"16\" height=\"16\" fill=\"none\" viewBox=\"" + box
                        + "\">" + drawn + "</svg>")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable String resolveURI(@Nullable String base, @Nullable String uri) {
        return uri != null && drawings.containsKey(uri) ? uri : null;
    }

    @Override
    public FSStream getUrl(String uri) {
        byte[] drawing = drawings.get(uri);
        if (drawing == null) {
            throw new IllegalStateException("a document fetches nothing, and this asked for " + uri);
        }
        return new Stream(drawing);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Stream(byte[] drawing) implements FSStream {
        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(drawing);
        }

        @Override
        public Reader getReader() {
            return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
        }
    }
}
