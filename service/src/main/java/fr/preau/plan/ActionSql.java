package fr.preau.plan;

import fr.preau.access.Perimeter;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.ActionId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Corrective actions. Reads take the person's {@link Eyes}, part by part; what is written is named by its id. */
interface ActionSql {

    /**
     * @param id one action alone, null for a part of the board
     * @param u where one of its schools stands
     */
    @UseClasspathSqlLocator
    @SqlQuery
    List<CorrectiveAction> board(
            @Nullable ActionId id,
            @BindMethods("own") Perimeter own,
            @BindMethods("state") Perimeter state,
            @BindMethods("judge") Perimeter judge,
            @BindMethods("u") Perimeter u,
            LocalDate today,
            @BindMethods("f") ActionFilter f,
            @Nullable ActionId after,
            int limit);

    /** @param soon an open action is counted as due soon within so many days */
    @UseClasspathSqlLocator
    @SqlQuery
    List<PlaceCount> counts(
            @BindMethods("own") Perimeter own,
            @BindMethods("state") Perimeter state,
            @BindMethods("judge") Perimeter judge,
            @BindMethods("u") Perimeter u,
            LocalDate today,
            @BindMethods("f") ActionFilter f,
            int soon);

    @UseClasspathSqlLocator
    @SqlQuery
    List<SchoolAnswer> schools(
            ActionId id,
            @BindMethods("own") Perimeter own,
            @BindMethods("state") Perimeter state,
            @BindMethods("judge") Perimeter judge,
            LocalDate today);

    /**
     * The answers to a control where the person answers.
     *
     * @param campaign those of this campaign, null for all
     * @param action those that run today in the schools of this action, null for all
     */
    @UseClasspathSqlLocator
    @SqlQuery
    List<SchoolAnswer> answers(
            ControlCode control,
            @Nullable CampaignId campaign,
            @Nullable ActionId action,
            @BindMethods("p") Perimeter p,
            LocalDate today);

    @SqlQuery("""
            INSERT INTO corrective_action (owner, campaign, control, theme, title, party, due_on, cost, note, schools,
                                           created_at, created_by, changed_at, changed_by)
            VALUES (:owner, :campaign, :control, :theme, :a.title, :a.party, :a.dueOn, :a.cost, :a.note, :schools,
                    :at, :by, :at, :by)
            RETURNING id
            """)
    ActionId insert(
            UnitId owner,
            CampaignId campaign,
            ControlCode control,
            String theme,
            @BindMethods("a") NewAction a,
            int schools,
            Instant at,
            AccountId by);

    @SqlUpdate("INSERT INTO action_school (action, audit) SELECT :id, unnest(CAST(:audits AS bigint[]))")
    void insertSchools(ActionId id, List<Long> audits);

    @SqlUpdate("""
            UPDATE corrective_action
            SET title = :a.title, party = :a.party, due_on = :a.dueOn, cost = :a.cost, note = :a.note,
                version = version + 1, changed_at = :at, changed_by = :by
            WHERE id = :id AND version = :seen AND state IN ('PLANNED', 'IN_PROGRESS')
            """)
    int change(ActionId id, int seen, @BindMethods("a") NewAction a, Instant at, AccountId by);

    @SqlUpdate("""
            UPDATE corrective_action SET state = :to, version = version + 1, changed_at = :at, changed_by = :by
            WHERE id = :id AND version = :seen AND state = ANY(:from)
            """)
    int move(ActionId id, int seen, List<String> from, ActionState to, Instant at, AccountId by);
}
