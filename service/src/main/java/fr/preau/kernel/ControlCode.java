package fr.preau.kernel;

import java.util.regex.Pattern;

/** Code of a control within its checklist, such as {@code SAU-02}. */
public record ControlCode(String value) implements TextId {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{2,8}-[0-9]{2,3}");

    public ControlCode {
        if (!FORM.matcher(value).matches()) {
            throw Refusal.invalid("code", "control.code.form", value);
        }
    }

    /** Reads a code out of a path: a malformed one is not found. */
    public static ControlCode fromString(String text) {
        if (!FORM.matcher(text).matches()) {
            throw Refusal.notFound();
        }
        return new ControlCode(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
