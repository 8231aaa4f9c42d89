package fr.preau.demo;

import fr.preau.audit.AuditState;
import java.util.Objects;

/**
 * Draws where an audit stands. The schools of a collectivity resemble each other: some collectivities have nearly done,
 * others have not begun.
 *
 * @param over whether the campaign is over: nearly all is validated
 * @param salt makes other draws of the same schools
 */
record CountryStates(boolean over, String salt) {
    private static final double OF_COLLECTIVITY = 0.25;
    /** Up to which draw each state goes: to do, in progress, submitted, sent back, validated; the rest is removed. */
    private static final double[] RUNNING = {0.14, 0.38, 0.52, 0.55, 0.99};

    private static final double[] OVER = {0.02, 0.04, 0.05, 0.05, 0.99};

    AuditState of(RosterLine line) {
        String owner = Objects.requireNonNullElse(line.collectivity(), "state");
        double drawn = Dice.roll("state" + salt, line.uai().value());
        double eager = drawn + OF_COLLECTIVITY * Dice.spread("eager" + salt, owner) * (1 - drawn);
        double[] limits = over ? OVER : RUNNING;
        if (drawn >= limits[4]) {
            return AuditState.REMOVED;
        }
        if (eager < limits[0]) {
            return AuditState.TO_DO;
        }
        if (eager < limits[1]) {
            return AuditState.IN_PROGRESS;
        }
        if (eager < limits[2]) {
            return AuditState.SUBMITTED;
        }
        return eager < limits[3] ? AuditState.SENT_BACK : AuditState.VALIDATED;
    }
}
