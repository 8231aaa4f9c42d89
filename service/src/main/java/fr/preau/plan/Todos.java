package fr.preau.plan;

import fr.preau.access.Perimeter;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Checklists;
import fr.preau.checklist.Theme;
import fr.preau.database.Database;
import fr.preau.kernel.AssignmentId;
import fr.preau.kernel.ChecklistId;
import fr.preau.kernel.Page;
import fr.preau.kernel.Paris;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers what waits for a person, from everywhere that something can wait; it writes nothing. */
public final class Todos {
    private static final int PAGE = 50;

    private final Database database;
    private final Checklists checklists;
    private final InstantSource clock;

    public Todos(Database database, Checklists checklists, InstantSource clock) {
        this.database = database;
        this.checklists = checklists;
        this.clock = clock;
    }

    /** What waits; {@code after} is the last theme of the previous part, null for the first. */
    public Todo of(Principal by, @Nullable AssignmentId after) {
        LocalDate today = Paris.today(clock);
        Perimeter answers = by.perimeter(Role.AGENT, Role.ESTABLISHMENT);
        Eyes eyes = Eyes.of(by);
        return database.call(by, tx -> {
            TodoSql todo = tx.attach(TodoSql.class);
            AssignmentSql assignments = tx.attach(AssignmentSql.class);
            List<Assignment> mine = assignments.present(null, by.account(), null, answers, today, after, PAGE + 1);
            List<Assignment> given = assignments.present(null, null, by.account(), answers, today, null, PAGE);
            List<PlaceCount> actions = tx.attach(ActionSql.class)
                    .counts(
                            eyes.own(),
                            eyes.state(),
                            eyes.judge(),
                            ActionFilter.ALL.within(),
                            today,
                            ActionFilter.ALL,
                            CorrectiveAction.SOON);
            int late = sum(actions.stream().filter(count -> count.place() == Place.LATE.ordinal()));
            return new Todo(
                    todo.campaigns(answers, today),
                    todo.toReview(by.perimeter(Role.REVIEWER)),
                    late,
                    actions.stream().mapToInt(PlaceCount::soon).sum() - late,
                    Page.of(mine, PAGE, row -> row.id().toString()),
                    given,
                    themes(Stream.concat(mine.stream(), given.stream())),
                    today);
        });
    }

    private static int sum(Stream<PlaceCount> counts) {
        return counts.mapToInt(PlaceCount::actions).sum();
    }

    private Map<ChecklistId, List<Theme>> themes(Stream<Assignment> assignments) {
        return assignments
                .map(Assignment::checklist)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), id -> checklists.get(id).themes()));
    }
}
