package fr.preau.campaign;

import fr.preau.checklist.SchoolType;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ChecklistId;
import fr.preau.kernel.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Campaigns, their types of school and what they ask. */
interface CampaignSql {

    @SqlQuery("SELECT EXISTS (SELECT FROM lineage(:unit) AS above (id) WHERE above.id = ANY(:ancestors))")
    boolean liesWithin(UnitId unit, List<UnitId> ancestors);

    @SqlQuery("""
            INSERT INTO campaign (name, unit, checklist, opens_on, closes_on, with_private, four_eyes, created_at, created_by)
            SELECT :c.name, u.id, :checklist, :c.opensOn, :c.closesOn, :c.withPrivate, :c.fourEyes, :now, :by
            FROM unit u WHERE u.id = :c.unit
            RETURNING id
            """)
    CampaignId insert(@BindMethods("c") NewCampaign campaign, ChecklistId checklist, Instant now, AccountId by);

    @SqlUpdate("INSERT INTO campaign_type (campaign, school_type, level) VALUES (:campaign, :type, :level)")
    void insertType(CampaignId campaign, SchoolType type, int level);

    @SqlQuery(
            "SELECT school_type, level FROM campaign_type WHERE campaign = :campaign ORDER BY school_type COLLATE \"C\"")
    List<CampaignType> types(CampaignId campaign);

    @SqlQuery("""
            SELECT id, name, unit, checklist, opens_on, closes_on, with_private, four_eyes, opened_at
            FROM campaign WHERE id = :id
            """)
    Optional<Campaign> find(CampaignId id);

    /** Two people who open the same campaign meet here: the second finds nothing to mark. */
    @SqlUpdate("UPDATE campaign SET opened_at = :now WHERE id = :id AND opened_at IS NULL")
    int markOpened(CampaignId id, Instant now);

    @SqlBatch("""
            INSERT INTO asked_control (campaign, school_type, control, theme, level, weight, party, position)
            VALUES (:campaign, :schoolType, :control, :theme, :level, :weight, :party, :position)
            """)
    void insertAsked(@BindMethods List<AskedControl> asked);
}
