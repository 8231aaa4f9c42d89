package fr.preau.audit;

import fr.preau.checklist.Party;
import fr.preau.checklist.SchoolType;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Uai;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An audit as the API shows it: what {@link AuditView} holds, without account ids and without the checklist's texts.
 *
 * @param base figures of the base level alone
 * @param reasons what the last sending back asks to look at again
 * @param reading of the figures above and of the themes: always what was declared
 * @param reviewed the same in the reading that counts opinions, null when there is none
 * @param missing how many answers are missing, by the party that they fall to
 */
public record AuditReply(
        AuditId id,
        InCampaign campaign,
        AtSchool school,
        AuditState state,
        int round,
        @Nullable Instant submittedAt,
        @Nullable Instant judgedAt,
        Figures figures,
        Figures base,
        List<OfTheme> themes,
        List<AnswerReply> answers,
        List<Reason> reasons,
        FigureReading reading,
        @Nullable InReview reviewed,
        Map<Party, Long> missing,
        Rights rights) {

    /** The campaign, and the days between which agents answer, both included. */
    public record InCampaign(CampaignId id, String name, LocalDate opensOn, LocalDate closesOn) {}

    /** The school as it stood when the campaign opened. */
    public record AtSchool(
            Uai uai,
            String name,
            SchoolType type,
            String commune,
            String academy,
            @Nullable String collectivity) {}

    public record OfTheme(String code, String title, Figures figures) {}

    /** Figures with contested answers at their reviewer's value, and the opinions behind them. */
    public record InReview(FigureReading reading, Figures figures, Figures base, List<Opinion> opinions) {}

    /** What the caller may do by their grants; the audit's state and days decide besides. */
    public record Rights(boolean submit, boolean judge) {}

    static AuditReply of(AuditView view) {
        Audit audit = view.audit();
        return new AuditReply(
                audit.id(),
                new InCampaign(audit.campaign(), audit.campaignName(), audit.opensOn(), audit.closesOn()),
                new AtSchool(
                        audit.uai(),
                        audit.schoolName(),
                        audit.schoolType(),
                        audit.communeName(),
                        audit.academyName(),
                        audit.collectivityName()),
                audit.state(),
                audit.round(),
                audit.submittedAt(),
                audit.judgedAt(),
                view.total(),
                view.base(),
                themes(view),
                view.cells().stream().map(cell -> AnswerReply.of(view, cell)).toList(),
                view.reasons(),
                FigureReading.DECLARED,
                inReview(view.reviewed()),
                view.missing(),
                new Rights(view.maySubmit(), view.mayJudge()));
    }

    private static @Nullable InReview inReview(Reviewed reviewed) {
        FigureReading reading = reviewed.reading();
        return reading == null ? null : new InReview(reading, reviewed.total(), reviewed.base(), reviewed.opinions());
    }

    private static List<OfTheme> themes(AuditView view) {
        return view.themes().stream()
                .map(line -> line.theme())
                .map(theme -> new OfTheme(theme.code(), theme.title(), view.theme(theme.code())))
                .toList();
    }
}
