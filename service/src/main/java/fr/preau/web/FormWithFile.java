package fr.preau.web;

import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page's form that carries a file, as it arrives: the file's bytes are handed on a part at a time, and never held
 * here. Of several files the first one counts.
 */
public final class FormWithFile {
    private static final int PARTS = 20;
    private static final int HEADERS = 4 * 1024;

    private FormWithFile() {}

    /**
     * Reads the form to its end.
     *
     * @param type the request's {@code Content-Type}, which says what separates the parts
     * @param field name of the field that carries the file
     * @param bytes takes the file's next bytes
     * @return the file's name as it was sent, empty when no file was chosen
     * @throws Refusal malformed when the form breaks off or is none
     */
    public static String read(String type, InputStream sent, String field, Consumer<ByteBuffer> bytes) {
        Parts parts = new Parts(field, bytes);
        String boundary = MultiPart.extractBoundary(type);
        if (boundary == null || boundary.isBlank()) {
            throw broken();
        }
        MultiPart.Parser parser = new MultiPart.Parser(boundary, parts);
        parser.setMaxParts(PARTS);
        parser.setPartHeadersMaxLength(HEADERS);
        byte[] buffer = new byte[64 * 1024];
        try {
            for (int read = sent.read(buffer); read >= 0; read = sent.read(buffer)) {
                parser.parse(Content.Chunk.from(ByteBuffer.wrap(buffer, 0, read), false));
                parts.mustBeWhole();
            }
        } catch (IOException cut) {
            throw broken();
        }
        parser.parse(Content.Chunk.EOF);
        parts.mustBeWhole();
        if (!parts.complete) {
            throw broken();
        }
        return parts.name;
    }

    private static Refusal broken() {
        return new Refusal(new Problem.Malformed(Message.of("web.form.broken")));
    }

    private static final class Parts extends MultiPart.AbstractPartsListener {
        private final String field;
        private final Consumer<ByteBuffer> bytes;
        private String name = "";
        private boolean taken;
        private boolean complete;
        private @Nullable Throwable failure;

        Parts(String field, Consumer<ByteBuffer> bytes) {
            this.field = field;
            this.bytes = bytes;
        }

        @Override
        public void onPartContent(Content.Chunk chunk) {
            if (field.equals(getName()) && getFileName() != null && !taken) {
                bytes.accept(chunk.getByteBuffer());
            }
        }

        @Override
        public void onPart(String part, String fileName, HttpFields headers) {
            if (field.equals(part) && fileName != null && !taken) {
                taken = true;
                name = fileName;
            }
        }

        @Override
        public void onComplete() {
            complete = true;
        }

        @Override
        public void onFailure(Throwable cause) {
            failure = cause;
        }

        void mustBeWhole() {
            if (failure instanceof Refusal refusal) {
                throw refusal;
            }
            if (failure != null) {
                throw broken();
            }
        }
    }
}
