package fr.preau.shared;

import fr.preau.checklist.SchoolType;
import fr.preau.kernel.LabelId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Uai;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Some of an owner's schools: a rule that a school may come to meet, or a list. It says nothing of whose they are: every
 * query that reads it binds the owner's perimeter too.
 *
 * @param value the type, the INSEE code, the label's id, the digest of the list; empty for all
 * @param schools the UAIs of a list, in order; else empty
 */
public record SchoolSet(Kind kind, String value, List<String> schools) {
    public static final int MOST = 5_000;

    /** By what schools are chosen, the narrowest first: a school that joins receives from the first that holds it. */
    public enum Kind {
        LIST,
        LABEL,
        COMMUNE,
        TYPE,
        ALL
    }

    public static final SchoolSet ALL = new SchoolSet(Kind.ALL, "", List.of());
    private static final Pattern COMMUNE = Pattern.compile("[0-9AB]{5}");

    public SchoolSet {
        schools = List.copyOf(schools);
    }

    public static SchoolSet type(SchoolType type) {
        return new SchoolSet(Kind.TYPE, type.name(), List.of());
    }

    public static SchoolSet commune(String code) {
        return new SchoolSet(Kind.COMMUNE, code, List.of());
    }

    public static SchoolSet label(LabelId label) {
        return new SchoolSet(Kind.LABEL, label.toString(), List.of());
    }

    /** A list picked by hand; the same schools are the same set, in whatever order. */
    public static SchoolSet list(List<Uai> schools) {
        if (schools.isEmpty()) {
            throw Refusal.invalid("set", "shared.set.noneChosen");
        }
        if (schools.size() > MOST) {
            throw Refusal.invalid("set", "shared.set.tooMany", MOST);
        }
        List<String> sorted =
                schools.stream().map(Uai::value).distinct().sorted().toList();
        return new SchoolSet(Kind.LIST, digest(String.join(" ", sorted)), sorted);
    }

    /**
     * Reads {@link #code} out of a form, with the schools that were ticked there.
     *
     * @throws Refusal not found for what no form of ours holds
     */
    public static SchoolSet parse(String code, List<String> ticked) {
        int dash = code.indexOf('-');
        String value = code.substring(dash + 1);
        Kind kind = Arrays.stream(Kind.values())
                .filter(one -> one.name().equals(dash < 0 ? code : code.substring(0, dash)))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return switch (kind) {
            case ALL -> ALL;
            case TYPE -> type(typeOf(value));
            case COMMUNE -> commune(communeOf(value));
            case LABEL -> label(LabelId.fromString(value));
            case LIST -> list(ticked.stream().map(Uai::fromString).toList());
        };
    }

    /** The written form: {@code ALL}, {@code TYPE-COLLEGE}, {@code COMMUNE-35901}, {@code LABEL-3}, {@code LIST}. */
    public String code() {
        return kind == Kind.ALL || kind == Kind.LIST ? kind.name() : kind + "-" + value;
    }

    /** The label, null for another set. */
    public @Nullable Long label() {
        return kind == Kind.LABEL ? Long.valueOf(value) : null;
    }

    private static SchoolType typeOf(String name) {
        return Arrays.stream(SchoolType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static String communeOf(String code) {
        if (!COMMUNE.matcher(code).matches()) {
            throw Refusal.notFound();
        }
        return code;
    }

    /** SHA-256 in hexadecimal. */
    static String digest(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
