package fr.preau.workbook;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;

/** XML as it is written, markup and text told apart; and the factory by which it is read, which opens nothing else. */
public final class Xml {
    private static final String BEGIN = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private final BufferedWriter out;

    /** Begins a document; the stream stays the caller's to close. */
    public Xml(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        this.out.write(BEGIN);
    }

    public Xml markup(String markup) throws IOException {
        out.write(markup);
        return this;
    }

    /** Text or the value of an attribute. What XML has no place for becomes U+FFFD. */
    public Xml text(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '"' -> out.write("&quot;");
                case '\r' -> out.write("&#13;");
                case '\ufffe', '\uffff' -> out.write('\ufffd');
                default -> out.write(c < ' ' && c != '\n' && c != '\t' || alone(text, i) ? '\ufffd' : c);
            }
        }
        return this;
    }

    /** Whether the character there is half of one. */
    private static boolean alone(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    public void end() throws IOException {
        out.flush();
    }

    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
