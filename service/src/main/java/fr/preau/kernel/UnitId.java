package fr.preau.kernel;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A unit of either tree, by its natural key: {@code nation}, {@code academie-14}, {@code collectivite-35238}.
 *
 * <p>State: nation → région académique → académie → department → school. Collectivities: collectivity → school. A
 * collectivity's code is its INSEE code (a commune, five characters) or its SIREN (nine digits); a school's is its UAI.
 * It says nothing of whether the unit exists: the territory does.
 */
public record UnitId(Kind kind, String code) {
    /** What a unit is; the label is the first part of its written form. */
    public enum Kind {
        NATION("nation"),
        REGION("region"),
        ACADEMY("academie"),
        DEPARTMENT("departement"),
        COLLECTIVITY("collectivite"),
        SCHOOL("etablissement");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether the unit belongs to the State's tree above the schools. */
        public boolean ofState() {
            return this != COLLECTIVITY && this != SCHOOL;
        }
    }

    public static final UnitId NATION = new UnitId(Kind.NATION, "");
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{2,9}");

    public UnitId {
        boolean right =
                kind == Kind.NATION ? code.isEmpty() : CODE.matcher(code).matches();
        if (!right) {
            throw Refusal.invalid("unit", "unit.form", kind.label() + "-" + code);
        }
    }

    public static UnitId region(String code) {
        return new UnitId(Kind.REGION, code);
    }

    public static UnitId academy(String code) {
        return new UnitId(Kind.ACADEMY, code);
    }

    public static UnitId department(String code) {
        return new UnitId(Kind.DEPARTMENT, code);
    }

    public static UnitId collectivity(String code) {
        return new UnitId(Kind.COLLECTIVITY, code);
    }

    public static UnitId school(Uai uai) {
        return new UnitId(Kind.SCHOOL, uai.value());
    }

    /** Reads the written form out of a path or a form: a malformed one is not found. */
    public static UnitId fromString(String text) {
        return parse(text).orElseThrow(Refusal::notFound);
    }

    private static Optional<UnitId> parse(String text) {
        if (text.equals(Kind.NATION.label)) {
            return Optional.of(NATION);
        }
        int dash = text.indexOf('-');
        if (dash < 0 || !CODE.matcher(text.substring(dash + 1)).matches()) {
            return Optional.empty();
        }
        String label = text.substring(0, dash);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.NATION && kind.label.equals(label))
                .findFirst()
                .map(kind -> new UnitId(kind, text.substring(dash + 1)));
    }

    /** The written form, also the one kept in the database. */
    @Override
    public String toString() {
        return kind == Kind.NATION ? kind.label : kind.label + "-" + code;
    }
}
