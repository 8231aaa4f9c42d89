package fr.preau.access;

import fr.preau.kernel.UnitId;

/** One role on one unit, valid now. It reaches the unit and all below it. */
public record Grant(Role role, UnitId unit) {

    /** Whether the school lies in the grant's unit. */
    public boolean reaches(Placement school) {
        return switch (unit.kind()) {
            case NATION -> true;
            case REGION -> unit.code().equals(school.region());
            case ACADEMY -> unit.code().equals(school.academy());
            case DEPARTMENT -> unit.code().equals(school.department());
            case COLLECTIVITY -> unit.code().equals(school.collectivity());
            case SCHOOL -> unit.code().equals(school.uai().value());
        };
    }

    /** Reads {@code "AGENT collectivite-35238"}, as the query of a session writes it. */
    static Grant parse(String text) {
        int space = text.indexOf(' ');
        return new Grant(Role.valueOf(text.substring(0, space)), UnitId.fromString(text.substring(space + 1)));
    }
}
