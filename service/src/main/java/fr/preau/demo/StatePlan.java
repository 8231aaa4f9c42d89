package fr.preau.demo;

import fr.preau.audit.AuditState;
import fr.preau.checklist.SchoolType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each audit of the running campaign has come to. The counts are promises: the DSI finds one audit sent back and
 * forty to fill, the officer twelve to review.
 */
final class StatePlan {
    /** The collège whose audit was sent back; its whole history is told. */
    static final String SENT_BACK = "Collège La Passerelle";
    /** One that was sent back, corrected, and validated since. */
    static final String CORRECTED = "Collège Les Tilleuls";
    /** The collège whose head can be played. */
    static final String HEADED = "Collège Les Embruns";
    /** Taken out of the roster: merged with its neighbour. */
    static final String REMOVED = "École élémentaire Le Lavoir";

    private static final List<AuditState> IN_ORDER = List.of(
            AuditState.TO_DO,
            AuditState.IN_PROGRESS,
            AuditState.SUBMITTED,
            AuditState.SENT_BACK,
            AuditState.VALIDATED,
            AuditState.REMOVED);
    private static final Map<String, AuditState> PINNED = Map.of(
            SENT_BACK, AuditState.SENT_BACK,
            CORRECTED, AuditState.VALIDATED,
            HEADED, AuditState.IN_PROGRESS,
            REMOVED, AuditState.REMOVED);

    /** Who fills in a group of audits, and how many of them have come to each state. */
    private enum Share {
        DEPARTMENT(22, 18, 6, 1, 13, 0),
        REGION(2, 3, 3, 0, 4, 0),
        TOWN(3, 3, 1, 0, 2, 0),
        OTHER_TOWNS(11, 8, 2, 0, 15, 1),
        STATE(1, 1, 0, 0, 0, 0);

        private final List<AuditState> states = new ArrayList<>();

        /** How many audits have come to each state of {@link #IN_ORDER}. */
        Share(int... counts) {
            for (int i = 0; i < counts.length; i++) {
                states.addAll(Collections.nCopies(counts[i], IN_ORDER.get(i)));
            }
        }

        static Share of(RosterLine line) {
            String collectivity = line.collectivity();
            if (collectivity == null) {
                return STATE;
            }
            if (line.schoolType() == SchoolType.COLLEGE) {
                return DEPARTMENT;
            }
            if (line.schoolType() != SchoolType.ECOLE) {
                return REGION;
            }
            return collectivity.equals(DemoTerritory.get().town().code()) ? TOWN : OTHER_TOWNS;
        }
    }

    private StatePlan() {}

    static Map<RosterLine, AuditState> of(List<RosterLine> roster) {
        Map<Share, List<RosterLine>> groups = new EnumMap<>(Share.class);
        roster.forEach(line -> groups.computeIfAbsent(Share.of(line), share -> new ArrayList<>())
                .add(line));
        Map<RosterLine, AuditState> plan = new HashMap<>();
        groups.forEach((share, lines) -> deal(share, lines, plan));
        return plan;
    }

    private static void deal(Share share, List<RosterLine> lines, Map<RosterLine, AuditState> plan) {
        List<AuditState> left = new ArrayList<>(share.states);
        List<RosterLine> free = new ArrayList<>();
        for (RosterLine line : lines) {
            AuditState pinned = PINNED.get(line.schoolName());
            if (pinned == null) {
                free.add(line);
            } else {
                left.remove(pinned);
                plan.put(line, pinned);
            }
        }
        if (left.size() != free.size()) {
            throw new IllegalStateException(share + " has " + free.size() + " schools for states " + left);
        }
        free.sort(Comparator.comparingDouble(
                line -> Dice.roll("state of the audit", line.uai().value())));
        for (int i = 0; i < free.size(); i++) {
            plan.put(free.get(i), left.get(i));
        }
    }
}
