package fr.preau.audit;

import fr.preau.access.Perimeter;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.locator.UseClasspathSqlLocator;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Lists of audits and of campaigns inside the reader's perimeter {@code p}: what is seen first, then what is told of it. */
@UseClasspathSqlLocator
interface AuditListSql {
    /** How many audits of a campaign somebody sees, all but the removed, and how many of them are rendered. */
    record CampaignCount(CampaignId campaign, int expected, int rendered) {}

    /** A page of a campaign's audits: which they are, then what is told of them. */
    default List<AuditLine> listed(
            CampaignId campaign, Perimeter p, LocalDate today, AuditFilter filter, @Nullable AuditId after, int limit) {
        return lines(campaign, page(campaign, p, today, filter, filter.within(), after, limit));
    }

    @SqlQuery
    List<Long> page(
            CampaignId campaign,
            @BindMethods("p") Perimeter p,
            LocalDate today,
            @BindMethods("f") AuditFilter f,
            @BindMethods("u") Perimeter u,
            @Nullable AuditId after,
            int limit);

    /** Apart from {@link #page}, so that the server plans it once for all pages, and not for each perimeter and filter. */
    @SqlQuery
    List<AuditLine> lines(CampaignId campaign, List<Long> audits);

    @SqlQuery
    List<StateCount> countByState(
            CampaignId campaign,
            @BindMethods("p") Perimeter p,
            LocalDate today,
            @BindMethods("f") AuditFilter f,
            @BindMethods("u") Perimeter u);

    /** The campaigns of which one sees an audit, and those that one runs; newest first. */
    default List<CampaignLine> campaigns(Perimeter p, LocalDate today, List<String> run) {
        List<CampaignCount> seen = counted(p, today);
        return campaignLines(
                seen.stream().map(one -> one.campaign().value()).toList(),
                seen.stream().map(CampaignCount::expected).toList(),
                seen.stream().map(CampaignCount::rendered).toList(),
                run);
    }

    @SqlQuery
    List<CampaignCount> counted(@BindMethods("p") Perimeter p, LocalDate today);

    /** Apart from {@link #counted}, so that the server plans it once for everybody: to plan it takes longer than to run it. */
    @SqlQuery
    List<CampaignLine> campaignLines(List<Long> seen, List<Integer> expected, List<Integer> rendered, List<String> run);

    @SqlQuery
    List<AuditLine> search(@BindMethods("p") Perimeter p, LocalDate today, List<String> words, int limit);
}
