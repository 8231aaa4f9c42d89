package fr.preau.shared;

import fr.preau.access.Perimeter;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/**
 * What is read of shared answers. Every read takes the units of the person: {@code owners}, or the owner's own perimeter
 * {@code p}. The schools of a set are counted, or read a page at a time; never all.
 */
interface SharedSql {

    /**
     * What the answer does to the schools of the set.
     *
     * @param edition how often the shared answer was applied or undone so far
     * @param among only these audits, null for all
     * @param written the fates whose audits are named in the plan
     */
    @UseClasspathSqlLocator
    @SqlQuery
    Plan plan(
            @BindMethods("q") Question q,
            @BindMethods("p") Perimeter p,
            LocalDate today,
            int edition,
            @Nullable List<Long> among,
            List<String> written);

    /**
     * Schools of the set for which the owner answers.
     *
     * @param only those that stand so, null for all
     * @param after last audit of the previous page, null for the first
     */
    @UseClasspathSqlLocator
    @SqlQuery
    List<Candidate> schools(
            @BindMethods("q") Question q,
            @BindMethods("p") Perimeter p,
            LocalDate today,
            @Nullable Stand only,
            @Nullable AuditId after,
            int limit);

    @UseClasspathSqlLocator
    @SqlQuery
    List<Stand.Count> stands(@BindMethods("q") Question q, @BindMethods("p") Perimeter p, LocalDate today);

    @UseClasspathSqlLocator
    @SqlQuery
    List<SetCount> sets(
            CampaignId campaign, ControlCode control, UnitId owner, @BindMethods("p") Perimeter p, LocalDate today);

    /** How many of the schools, or of any when none is named, are the owner's in the campaign; at most {@code most}. */
    @UseClasspathSqlLocator
    @SqlQuery
    int known(CampaignId campaign, @BindMethods("p") Perimeter p, LocalDate today, List<String> schools, int most);

    @UseClasspathSqlLocator
    @SqlQuery
    List<Progress> progress(CampaignId campaign, @BindMethods("p") Perimeter p, LocalDate today);

    @UseClasspathSqlLocator
    @SqlQuery
    List<Progress> stateProgress(CampaignId campaign, UnitId owner, @BindMethods("p") Perimeter p);

    /** How far each control is answered, over the schools for which the owner answers it. */
    default List<Progress> progress(CampaignId campaign, UnitId owner, Perimeter p, LocalDate today) {
        return owner.kind() == UnitId.Kind.COLLECTIVITY
                ? progress(campaign, p, today)
                : stateProgress(campaign, owner, p);
    }

    /** The shared answers of the owners, of a campaign or one of them. */
    @UseClasspathSqlLocator
    @SqlQuery
    List<SharedAnswer> list(List<UnitId> owners, @Nullable CampaignId campaign, @Nullable SharedAnswerId id);

    /** The units that may have answered for the audits' schools. */
    @SqlQuery("""
            SELECT DISTINCT u.id FROM audit_in_place v
            CROSS JOIN unnest(ARRAY['nation', 'region-' || v.region, 'academie-' || v.academy,
                                    'departement-' || v.department, 'collectivite-' || v.collectivity,
                                    'collectivite-' || v.present_collectivity]) AS u (id)
            WHERE v.id = ANY(:audits) AND u.id IS NOT NULL
            """)
    List<UnitId> ownersOf(List<Long> audits);

    @SqlQuery("SELECT EXISTS (SELECT FROM lineage(:unit) AS above (id) WHERE above.id = ANY(:run))")
    boolean runs(UnitId unit, List<UnitId> run);

    @SqlQuery("SELECT owner_name(:owner)")
    String ownerName(UnitId owner);

    /** Where the shared answer of a proposal stands, empty as long as nobody has given it. */
    @SqlQuery("""
            SELECT id, edition FROM shared_answer
            WHERE campaign = :p.campaign AND owner = :p.owner AND control = :p.control
              AND set_kind = :set.kind AND set_value = :set.value
            """)
    Optional<Place> placed(@BindMethods("p") Proposal p, @BindMethods("set") SchoolSet set);

    /** The question, asked of the schools that bear its label now when that is its set. */
    default Question labelled(Question question) {
        Long label = question.set().label();
        return label == null ? question : question.of(members(label));
    }

    @SqlQuery("""
            SELECT m.uai FROM school_label_member m JOIN school_label l ON l.id = m.label
            WHERE l.id = :label AND l.deleted_at IS NULL
            ORDER BY m.uai
            """)
    List<String> members(long label);

    @SqlQuery("SELECT EXISTS (SELECT FROM school_label WHERE id = :label AND owner = :owner AND deleted_at IS NULL)")
    boolean hasLabel(UnitId owner, @Nullable Long label);
}
