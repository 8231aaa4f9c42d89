package fr.preau.succession;

import fr.preau.access.Perimeter;
import fr.preau.kernel.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The questions of imports; {@code p} is what the person administers, {@code run} the units whose campaigns they run. */
interface QuestionSql {

    /** A question that was closed, by the unit that it was about. */
    record Settled(long id, String unit) {}

    @UseClasspathSqlLocator
    @SqlQuery
    List<Question> waiting(@BindMethods("p") Perimeter p, List<String> run, LocalDate today, int limit);

    /** Closes those that nobody has closed: the row's own lock decides between two people. */
    @UseClasspathSqlLocator
    @SqlQuery
    List<Settled> settle(
            @BindMethods("p") Perimeter p,
            List<Long> questions,
            Question.Kind kind,
            @BindMethods("o") Outcome outcome,
            Instant at,
            AccountId account);

    /** What is written of a question that is closed. */
    record Outcome(boolean closes, String reason) {}

    @SqlUpdate("UPDATE school SET state = 'CLOSED' WHERE 'etablissement-' || uai = ANY(:units) AND state <> 'CLOSED'")
    int close(List<String> units);
}
