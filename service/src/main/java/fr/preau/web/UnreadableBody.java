package fr.preau.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import fr.preau.kernel.Message;
import fr.preau.kernel.Violation;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong with a body that can't be read as the JSON asked for, in words that name the field and the remedy.
 *
 * <p>Never the parser's own text: it speaks of our classes.
 */
final class UnreadableBody {
    private static final int SHOWN = 40;

    private UnreadableBody() {}

    static Failure of(JsonProcessingException fault) {
        String field = field(fault);
        Message detail = detail(fault, field);
        List<Violation> violations = field.isEmpty() ? List.of() : List.of(new Violation(field, detail));
        return new Failure(400, "bad-request", detail, violations, null);
    }

    private static Message detail(JsonProcessingException fault, String field) {
        if (fault instanceof StreamConstraintsException limit) {
            boolean deep = limit.getOriginalMessage().contains("nesting depth");
            return deep ? Message.of("api.body.depth", Json.DEPTH) : Message.of("api.body.size");
        }
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return Message.of("api.body.unknown", field, known(unknown.getKnownPropertyIds()));
        }
        if (fault instanceof InvalidFormatException wrong
                && wrong.getTargetType() != null
                && wrong.getTargetType().isEnum()) {
            String words = Arrays.stream(wrong.getTargetType().getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
            return Message.of("api.body.word", shortened(String.valueOf(wrong.getValue())), field, words);
        }
        if (fault instanceof MismatchedInputException) {
            return field.isEmpty() ? Message.of("api.body.object") : Message.of("api.body.type", field);
        }
        JsonLocation at = fault.getLocation();
        return at == null
                ? Message.of("problem.detail.bad-request")
                : Message.of("problem.detail.bad-json", at.getLineNr(), at.getColumnNr());
    }

    private static String known(Collection<Object> names) {
        return names.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String field(JsonProcessingException fault) {
        if (!(fault instanceof JsonMappingException mapping)) {
            return "";
        }
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : shortened(step.getFieldName()))
                .collect(Collectors.joining("."));
    }

    private static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
