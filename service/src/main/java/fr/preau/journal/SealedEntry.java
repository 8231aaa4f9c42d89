package fr.preau.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.PropagateNull;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the form that is sealed: the one definition of its bytes, for the sealer and for who verifies.
 *
 * <p>Each field is written {@code LENGTH:text,} with its length in bytes of UTF-8, or {@code -,} when there is none, so
 * that no two entries share their bytes; JSON is PostgreSQL's own text of {@code jsonb}, whose keys are in one order.
 * The free text is not among them, its salted digest is: a text can be erased and the entry stays verifiable.
 *
 * @param xid transaction that wrote it, which orders the chain but is no part of the bytes
 * @param touched the array as JSON text
 * @param textDigest in hexadecimal
 */
public record SealedEntry(
        @PropagateNull long id,
        String xid,
        Instant at,
        long account,
        String action,
        String object,
        @Nullable String before,
        @Nullable String after,
        @Nullable String touched,
        @Nullable String textDigest) {

    /** Hash before the first entry. */
    static final String START = "0".repeat(64);

    private static final String FORM = "preau-1";

    byte[] bytes() {
        String micros = Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at));
        String[] fields = {
            FORM, Long.toString(id), micros, Long.toString(account), action, object, before, after, touched, textDigest
        };
        return Arrays.stream(fields)
                .map(SealedEntry::written)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Hash of the chain once this entry follows the one before, both in hexadecimal. */
    String hash(String previous) {
        HexFormat hex = HexFormat.of();
        return hex.formatHex(Sha256.of(hex.parseHex(previous), bytes()));
    }

    private static String written(@Nullable String field) {
        return field == null ? "-," : field.getBytes(StandardCharsets.UTF_8).length + ":" + field + ",";
    }
}
