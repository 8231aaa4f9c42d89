package fr.preau.report;

import fr.preau.access.Principal;
import fr.preau.audit.AuditFilter;
import fr.preau.audit.AuditLine;
import fr.preau.audit.AuditList;
import fr.preau.audit.AuditState;
import fr.preau.audit.Audits;
import fr.preau.audit.Follows;
import fr.preau.dashboard.Vantage;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Stretch;
import fr.preau.kernel.UnitId;
import fr.preau.review.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads who is late or silent in an académie, and what samples have shown, as their own pages do. */
record UnitWatches(Audits audits, Follows follows, Samples samples) {
    /** Of its collectivities the follow-up would show hundreds; a report takes the departments alone. */
    private static final Stretch FEW = new Stretch(0, 1);

    /** @param within the académie and its departments */
    UnitWatch of(Principal by, Vantage vantage, CampaignId campaign, List<UnitId> within) {
        UnitId unit = vantage.unit().id();
        return new UnitWatch(
                follows.follow(by, campaign, unit, FEW).below(),
                vantage.named() ? listed(by, campaign, new AuditFilter(null, "", unit, true)) : List.of(),
                vantage.named() ? listed(by, campaign, new AuditFilter(AuditState.TO_DO, "", unit, false)) : List.of(),
                samples.list(by).stream()
                        .filter(sample -> sample.campaign().equals(campaign) && within.contains(sample.unit()))
                        .map(sample -> samples.get(by, sample.id()))
                        .toList());
    }

    private List<AuditLine> listed(Principal by, CampaignId campaign, AuditFilter filter) {
        List<AuditLine> lines = new ArrayList<>();
        @Nullable AuditId after = null;
        do {
            Optional<AuditList> part = audits.list(by, campaign, filter, after);
            part.ifPresent(list -> lines.addAll(list.page().items()));
            after = part.map(list -> list.page().next())
                    .map(Long::valueOf)
                    .map(AuditId::new)
                    .orElse(null);
        } while (after != null && lines.size() < UnitWatch.MOST);
        return lines;
    }
}
