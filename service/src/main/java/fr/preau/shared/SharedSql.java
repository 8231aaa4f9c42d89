package fr.preau.shared;

import fr.preau.access.Perimeter;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.SharedAnswerId;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/**
 * What is read of shared answers. Every read takes the units of the person: {@code owners}, or the owner's own perimeter
 * {@code p}.
 */
@RegisterConstructorMapper(Candidate.class)
@RegisterConstructorMapper(RosterLine.class)
@RegisterConstructorMapper(Progress.class)
@RegisterConstructorMapper(SharedAnswer.class)
interface SharedSql {

    /**
     * The schools of the set that are asked the control.
     *
     * @param among only these audits, null for all
     */
    @UseClasspathSqlLocator
    @SqlQuery
    List<Candidate> candidates(
            CampaignId campaign,
            ControlCode control,
            @BindMethods("set") SchoolSet set,
            @BindMethods("p") Perimeter p,
            LocalDate today,
            @Nullable List<Long> among);

    /** The audits of those schools alone, to lock them before they are read. */
    @UseClasspathSqlLocator
    @SqlQuery("candidates")
    List<Long> candidateIds(
            CampaignId campaign,
            ControlCode control,
            @BindMethods("set") SchoolSet set,
            @BindMethods("p") Perimeter p,
            LocalDate today,
            @Nullable List<Long> among);

    @UseClasspathSqlLocator
    @SqlQuery
    List<RosterLine> roster(CampaignId campaign, @BindMethods("p") Perimeter p, LocalDate today);

    /** How many of the schools are the owner's in the campaign; of any school, none or one. */
    @UseClasspathSqlLocator
    @SqlQuery
    int known(CampaignId campaign, @BindMethods("p") Perimeter p, LocalDate today, List<String> schools);

    @UseClasspathSqlLocator
    @SqlQuery
    List<Progress> progress(List<Long> audits, List<String> parties);

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

    /** The shared answer of that place, empty as long as nobody has given it. */
    @SqlQuery("""
            SELECT id FROM shared_answer
            WHERE campaign = :p.campaign AND owner = :p.owner AND control = :p.control
              AND set_kind = :set.kind AND set_value = :set.value
            """)
    Optional<SharedAnswerId> placed(@BindMethods("p") Proposal p, @BindMethods("set") SchoolSet set);

    @SqlQuery("SELECT EXISTS (SELECT FROM school_label WHERE id = :label AND owner = :owner AND deleted_at IS NULL)")
    boolean hasLabel(UnitId owner, @Nullable Long label);
}
