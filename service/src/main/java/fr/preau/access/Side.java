package fr.preau.access;

import fr.preau.kernel.UnitId;

/** Which of the three hands a person works for; follows from the employer. */
public enum Side {
    STATE,
    COLLECTIVITY,
    ESTABLISHMENT;

    public static Side of(UnitId employer) {
        return switch (employer.kind()) {
            case COLLECTIVITY -> COLLECTIVITY;
            case SCHOOL -> ESTABLISHMENT;
            case NATION, REGION, ACADEMY, DEPARTMENT -> STATE;
        };
    }
}
