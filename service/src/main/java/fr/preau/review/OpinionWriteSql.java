package fr.preau.review;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.ControlCode;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The guarded writes of opinions: each says in its WHERE who may not, and answers 0 when one of them stands in the way. */
interface OpinionWriteSql {

    /**
     * What stands before an opinion.
     *
     * @param declared the answer, null when there is none
     * @param version of the opinion, 0 when there is none
     * @param kind null when there is none, or it was taken back
     * @param neutral whether the person neither submitted the audit nor wrote one of the answers that they then judge
     * @param own whether the control is the State's, and the person has written its answer
     */
    record Standing(
            @Nullable String declared,
            int version,
            @Nullable String kind,
            @Nullable String verdict,
            boolean neutral,
            boolean own) {}

    /** Holds the audit's state still: a decision waits for the opinion, and the opinion for a decision. */
    @SqlQuery("SELECT state FROM audit WHERE id = :audit FOR SHARE")
    String hold(AuditId audit);

    @UseClasspathSqlLocator
    @SqlQuery
    Optional<Standing> standing(AuditId audit, ControlCode control, AccountId by);

    @UseClasspathSqlLocator
    @SqlUpdate
    int give(
            AuditId audit,
            ControlCode control,
            @BindMethods("o") NewOpinion opinion,
            int seen,
            AccountId by,
            Instant now);

    @SqlUpdate("""
            UPDATE opinion o SET kind = NULL, verdict = NULL, reason = NULL, version = o.version + 1, author = :by, at = :now
            FROM audit a
            WHERE a.id = o.audit AND a.round = o.round AND a.state = 'SUBMITTED'
              AND o.audit = :audit AND o.control = :control AND o.version = :seen AND o.kind IS NOT NULL
            """)
    int takeBack(AuditId audit, ControlCode control, int seen, AccountId by, Instant now);
}
