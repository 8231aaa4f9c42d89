package fr.preau.shared;

import fr.preau.checklist.Verdict;
import fr.preau.shared.SharingModelTest.Move;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reference: what each school's answer is after each move, and which set it follows. It knows no lock and no table, and
 * of versions how often a school was written to.
 */
final class SharingModel {
    /** A school's answer; {@code follows} is the set that it follows, null for an own answer. */
    record Value(Verdict verdict, String comment, @Nullable Integer follows) {}

    /** The last application of a set: what it replaced, what it wrote, what the set gave before. */
    private record Last(
            Map<Integer, Optional<Value>> replaced,
            Map<Integer, Value> wrote,
            @Nullable Value before) {}

    private final List<Integer> schools = new ArrayList<>();
    private final Map<Integer, Value> cells = new HashMap<>();
    private final Map<Integer, Value> given = new HashMap<>();
    private final Map<Integer, Integer> changed = new HashMap<>();
    private final Map<Integer, Last> last = new HashMap<>();
    private final Map<Integer, Integer> versions = new HashMap<>();
    private final Map<Integer, Map<Integer, Integer>> taken = new HashMap<>();
    private int moves;

    SharingModel(int schools) {
        IntStream.range(0, schools).forEach(this.schools::add);
    }

    /** Makes the move; false when it is not possible, and then nothing changes. */
    boolean does(Move move) {
        moves++;
        int school = move.school() % schools.size();
        return switch (move.kind()) {
            case GIVE -> give(move);
            case SAVE -> write(school, new Value(move.verdict(), "Mouvement " + moves, null));
            case UNDO -> undo(move.set());
            case REJOIN -> rejoin(move.set(), school);
            case JOIN -> join();
            case TAKE -> take(move.set());
            case BRING -> bring(move, school);
        };
    }

    /** What the database must hold, school by school. */
    Map<Integer, Value> stands() {
        return Map.copyOf(cells);
    }

    private boolean write(int school, Value value) {
        set(school, value);
        return true;
    }

    private void set(int school, @Nullable Value value) {
        versions.merge(school, 1, Integer::sum);
        cells.remove(school);
        if (value != null) {
            cells.put(school, value);
        }
    }

    /** A workbook keeps the versions of the schools that are there. */
    private boolean take(int person) {
        Map<Integer, Integer> seen = new HashMap<>();
        schools.forEach(school -> seen.put(school, versions.getOrDefault(school, 0)));
        taken.put(person, seen);
        return true;
    }

    /** What comes back is an own answer, where nobody has written since. */
    private boolean bring(Move move, int school) {
        Integer seen = taken.getOrDefault(move.set(), Map.of()).get(school);
        return seen != null
                && seen.equals(versions.getOrDefault(school, 0))
                && write(school, new Value(move.verdict(), "Mouvement " + moves, null));
    }

    private boolean give(Move move) {
        Value value = new Value(move.verdict(), "Mouvement " + moves, move.set());
        Last application = new Last(new HashMap<>(), new HashMap<>(), given.get(move.set()));
        last.put(move.set(), application);
        given.put(move.set(), value);
        changed.put(move.set(), moves);
        schools.stream()
                .filter(school -> SharingStage.holds(move.set(), school) && moves(move, cells.get(school)))
                .forEach(school -> receive(application, school, value));
        return true;
    }

    private static boolean moves(Move move, @Nullable Value now) {
        if (now == null || Objects.equals(now.follows(), move.set())) {
            return true;
        }
        return move.ticked().contains(now.follows() == null ? Fate.OWN : Fate.OTHER);
    }

    private void receive(@Nullable Last application, int school, Value value) {
        Value own = new Value(value.verdict(), value.comment(), value.follows());
        if (application != null) {
            application.replaced().putIfAbsent(school, Optional.ofNullable(cells.get(school)));
            application.wrote().put(school, own);
        }
        set(school, own);
    }

    private boolean undo(int set) {
        Last application = last.get(set);
        // The same object still: what was put back or given again since is another one, however equal.
        if (application == null
                || !application.wrote().entrySet().stream()
                        .allMatch(wrote -> cells.get(wrote.getKey()) == wrote.getValue())) {
            return false;
        }
        last.remove(set);
        changed.put(set, moves);
        given.remove(set);
        if (application.before() != null) {
            given.put(set, application.before());
        }
        application.replaced().forEach((school, before) -> {
            set(
                    school,
                    before.map(value -> new Value(value.verdict(), value.comment(), value.follows()))
                            .orElse(null));
        });
        return true;
    }

    private boolean rejoin(int set, int school) {
        if (!given.containsKey(set) || !SharingStage.holds(set, school)) {
            return false;
        }
        receive(last.get(set), school, given.get(set));
        return true;
    }

    /** A school arrives: the narrowest set that holds it gives to it, of two alike the one that was changed last. */
    private boolean join() {
        int school = schools.size();
        schools.add(school);
        Stream<Integer> narrowest = given.keySet().stream()
                .filter(set -> SharingStage.holds(set, school))
                .sorted((one, other) -> SharingStage.width(one) == SharingStage.width(other)
                        ? changed.get(other) - changed.get(one)
                        : SharingStage.width(one) - SharingStage.width(other));
        narrowest.findFirst().ifPresent(set -> receive(last.get(set), school, given.get(set)));
        return true;
    }
}
