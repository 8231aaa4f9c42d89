package fr.preau.kernel;

/**
 * How pages call a unit: « Académie de Rennes », « DSDEN – Ille-et-Vilaine », a collectivity by its own name.
 *
 * <p>The database keeps bare names, because « Rennes » sorts and searches better; anything shown to people asks here.
 */
public final class UnitName {
    private static final String VOWELS = "aeiouyh";

    private UnitName() {}

    /** The full name of the unit whose bare name is given. */
    public static Message of(UnitId id, String name) {
        if (id.kind() == UnitId.Kind.NATION) {
            return Message.of("unit.NATION");
        }
        boolean elided = id.kind() == UnitId.Kind.ACADEMY && startsWithVowel(name);
        return Message.of("unit." + id.kind().name() + (elided ? ".elided" : ""), name);
    }

    private static boolean startsWithVowel(String name) {
        String folded = SearchText.fold(name);
        return !folded.isEmpty() && VOWELS.indexOf(folded.charAt(0)) >= 0;
    }
}
