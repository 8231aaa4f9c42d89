package fr.preau.access;

import fr.preau.kernel.Refusal;
import fr.preau.kernel.SearchText;
import fr.preau.kernel.UnitId;
import java.util.Arrays;

/** What a grant lets one do within its unit. Roles don't include each other: each is granted by itself. */
public enum Role {
    /** Answers for the schools of a collectivity, or for what falls to the State in one of its units. */
    AGENT,
    /** The school itself: its head or the person that they name. */
    ESTABLISHMENT,
    /** Éducation nationale's eye: judges submitted audits. */
    REVIEWER,
    /** Sees figures. */
    READER,
    /** Opens campaigns and writes deliverables. */
    EDITOR,
    /** Gives and takes rights below its unit, opens campaigns. */
    ADMINISTRATOR;

    /** The role of that name; another one can only come from a form that was tampered with, and is not found. */
    public static Role of(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * The role that a person wrote in a file: its name, or what the pages call it.
     *
     * @throws Refusal invalid, naming the words to choose from
     */
    static Role named(String text) {
        String word = SearchText.fold(text);
        return switch (word) {
            case "agent" -> AGENT;
            case "etablissement", "establishment" -> ESTABLISHMENT;
            case "revue", "reviewer" -> REVIEWER;
            case "lecture", "lecture des chiffres", "reader" -> READER;
            case "campagnes", "editor" -> EDITOR;
            case "administration", "administrator" -> ADMINISTRATOR;
            default -> throw Refusal.invalid("role", "people.fault.role", text);
        };
    }

    /** Whether the role makes sense on such a unit: nobody reviews from a collectivity, nor answers for a region's école. */
    public boolean fits(UnitId.Kind kind) {
        return switch (this) {
            case AGENT -> kind != UnitId.Kind.SCHOOL;
            case ESTABLISHMENT -> kind == UnitId.Kind.SCHOOL;
            case REVIEWER -> kind.ofState();
            case READER, EDITOR -> kind != UnitId.Kind.SCHOOL;
            case ADMINISTRATOR -> true;
        };
    }
}
