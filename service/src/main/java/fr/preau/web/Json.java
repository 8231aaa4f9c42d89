package fr.preau.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import fr.preau.kernel.NumberId;
import fr.preau.kernel.TextId;
import fr.preau.kernel.UnitId;
import java.io.IOException;

/**
 * How the API reads and writes JSON: nothing is guessed, and nothing is kept that was not asked for.
 *
 * <p>An unknown field, a member given twice, a number where a text stands or a word outside an enum is refused. Ids are
 * plain numbers or texts; instants are ISO, in UTC. Not for what the database keeps, nor for configuration.
 */
public final class Json {
    /** Most objects and lists within each other. */
    static final int DEPTH = 16;

    private static final int TEXT_LENGTH = 64 * 1024;
    private static final int NUMBER_LENGTH = 40;
    private static final int NAME_LENGTH = 100;

    private Json() {}

    /** Sets up the mapper that bodies and replies go through. */
    public static void configure(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH)
                        .maxStringLength(TEXT_LENGTH)
                        .maxNumberLength(NUMBER_LENGTH)
                        .maxNameLength(NAME_LENGTH)
                        .build());
        mapper.getFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                // By toString, so that Dropwizard's lenient reading of enums (case, hyphens) stays out.
                DeserializationFeature.READ_ENUMS_USING_TO_STRING);
        for (CoercionInputShape shape : CoercionInputShape.values()) {
            if (shape != CoercionInputShape.String) {
                mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
            }
        }
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.registerModule(ids());
    }

    private static SimpleModule ids() {
        return new SimpleModule("ids")
                .addSerializer(TextId.class, new ToStringSerializer(TextId.class))
                .addSerializer(UnitId.class, new ToStringSerializer(UnitId.class))
                .addSerializer(NumberId.class, new NumberIds());
    }

    private static final class NumberIds extends StdSerializer<NumberId> {
        NumberIds() {
            super(NumberId.class);
        }

        @Override
        public void serialize(NumberId id, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(id.value());
        }
    }
}
