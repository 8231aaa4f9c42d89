package fr.preau.audit;

import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Level;
import fr.preau.kernel.ControlCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What review adds to an audit, as one person sees it: opinions, and the figures in the reading that counts them. An
 * opinion is its reviewers' own until the audit is judged; from then on whoever sees the answer sees the opinion on it.
 *
 * @param opinions of one submission, in the checklist's order
 * @param reading REVIEWED once validated, DRAFT for reviewers before; null when there is only what was declared
 * @param slices the figures in that reading, empty when there are none
 */
public record Reviewed(List<Opinion> opinions, @Nullable FigureReading reading, List<FiguresOf> slices) {
    public static final Reviewed NOTHING = new Reviewed(List.of(), null, List.of());

    public Reviewed {
        opinions = List.copyOf(opinions);
        slices = List.copyOf(slices);
    }

    static Reviewed of(Handle tx, Principal principal, Audit audit, Sight sight, LocalDate today) {
        boolean judges = audit.placements(today).stream().anyMatch(place -> principal.reaches(place, Role.REVIEWER));
        OpinionSql sql = tx.attach(OpinionSql.class);
        List<Opinion> opinions = sql.opinions(audit.id(), audit.campaign(), seenRound(audit, judges)).stream()
                .filter(one -> sight.answers(one.party()))
                .map(OpinionSql.Row::opinion)
                .toList();
        FigureReading reading = reading(audit, judges, sight);
        return new Reviewed(
                opinions,
                reading,
                reading == null ? List.of() : tx.attach(AuditSql.class).figures(audit.id(), audit.campaign(), reading));
    }

    /** The submission whose opinions are shown: drafts to reviewers, else the last one that was judged. */
    private static int seenRound(Audit audit, boolean judges) {
        return switch (audit.state()) {
            case VALIDATED, SENT_BACK -> audit.round();
            case SUBMITTED -> judges ? audit.round() : audit.round() - 1;
            case TO_DO, IN_PROGRESS, REMOVED -> 0;
        };
    }

    private static @Nullable FigureReading reading(Audit audit, boolean judges, Sight sight) {
        if (!sight.figures()) {
            return null;
        }
        if (audit.state() == AuditState.VALIDATED) {
            return FigureReading.REVIEWED;
        }
        return audit.state() == AuditState.SUBMITTED && judges ? FigureReading.DRAFT : null;
    }

    public Optional<Opinion> opinion(ControlCode control) {
        return opinions.stream().filter(one -> one.control().equals(control)).findFirst();
    }

    public long count(OpinionKind kind) {
        return opinions.stream().filter(one -> one.kind() == kind).count();
    }

    /** Figures of the whole audit in the reading. */
    public Figures total() {
        return slices.stream()
                .filter(FiguresOf::whole)
                .map(FiguresOf::figures)
                .findFirst()
                .orElse(Figures.NONE);
    }

    /** Figures of the base level in the reading. */
    public Figures base() {
        return slices.stream()
                .filter(slice -> slice.level() != null && slice.level() == Level.SOCLE.number())
                .map(FiguresOf::figures)
                .findFirst()
                .orElse(Figures.NONE);
    }
}
