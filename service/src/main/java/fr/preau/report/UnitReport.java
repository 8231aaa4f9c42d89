package fr.preau.report;

import fr.preau.audit.AuditState;
import fr.preau.audit.StateCount;
import fr.preau.checklist.Checklist;
import fr.preau.checklist.Party;
import fr.preau.dashboard.Benchmark;
import fr.preau.dashboard.ControlSum;
import fr.preau.dashboard.Heat;
import fr.preau.dashboard.Line;
import fr.preau.dashboard.UnitCampaign;
import fr.preau.dashboard.UnitFigures;
import fr.preau.dashboard.Vantage;
import fr.preau.deliverable.Dossier;
import fr.preau.deliverable.ReportFile;
import fr.preau.kernel.Message;
import fr.preau.kernel.Paris;
import fr.preau.kernel.UnitName;
import fr.preau.plan.CorrectiveAction;
import fr.preau.web.StackedBar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that the report of a unit says, as one person saw it: printed twice, it gives the same document.
 *
 * @param reference figures of everywhere of the same campaign, null where there are none
 * @param askedAt the beginning of the day on which the report was asked for
 */
public record UnitReport(
        UnitSums sums, UnitNames names, @Nullable Benchmark reference, Dossier.Asker asker, Instant askedAt) {
    /** How many controls of one party a report lists. */
    static final int EACH = 5;

    /** The parts in order: the ids of the sections, and the messages that name them. */
    public List<String> parts() {
        List<String> parts = new ArrayList<>(List.of("states"));
        if (sums.parts() != null) {
            parts.addAll(List.of("late", "departments", "heat", "kinds"));
        }
        parts.addAll(List.of("figures", "types", "themes"));
        if (reference != null) {
            parts.add("reference");
        }
        parts.addAll(List.of("missed", "parties"));
        if (names.actions().total() > 0) {
            parts.add("actions");
        }
        if (!names.watch().samples().isEmpty()) {
            parts.add("samples");
        }
        parts.add("trend");
        if (sums.parts() == null) {
            parts.add("schools");
        }
        parts.add("method");
        return parts;
    }

    public Vantage vantage() {
        return sums.unit().declared().vantage();
    }

    public UnitCampaign campaign() {
        return declared().campaign();
    }

    public UnitFigures declared() {
        return Objects.requireNonNull(sums.unit().declared().figures(), "a report has figures");
    }

    public UnitFigures reviewed() {
        return Objects.requireNonNull(sums.unit().reviewed().figures(), "a report has figures");
    }

    public Checklist checklist() {
        return sums.missed().checklist();
    }

    public Message name() {
        return UnitName.of(vantage().unit().id(), vantage().unit().name());
    }

    /** What it is: message of the cover. */
    public Message kind() {
        return Message.of("report.kind." + vantage().unit().id().kind());
    }

    /** Rendered audits that nobody has validated yet. */
    public long unvalidated() {
        return count(AuditState.SUBMITTED);
    }

    public long count(AuditState state) {
        return declared().states().stream()
                .filter(count -> count.state() == state)
                .mapToLong(StateCount::audits)
                .sum();
    }

    /** Where the audits of the roster stand, as a bar. */
    public StackedBar states() {
        return StackedBar.of(declared().states().stream()
                .filter(count -> count.state() != AuditState.REMOVED)
                .collect(Collectors.toMap(count -> count.state().name(), StateCount::audits)));
    }

    /** A line's conformity in the reviewed reading, whose table has the same lines. */
    public static @Nullable Double reviewed(Both<Heat> tables, Line of) {
        return tables.reviewed().lines().stream()
                .filter(line -> line.key().equals(of.key()))
                .map(line -> line.figures().conformity())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A theme's conformity in the reviewed reading. */
    public @Nullable Double reviewedTheme(String code) {
        return reviewed().themes().stream()
                .filter(theme -> theme.code().equals(code))
                .map(theme -> theme.figures().conformity())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The types of school of which something is rendered here, and enough elsewhere to be shown. */
    public List<Line> compared() {
        return sums.types().declared().lines().stream()
                .filter(line -> line.figures().asked() > 0)
                .filter(line ->
                        boards().stream().anyMatch(board -> line.type() != null && board.coverage(line.type()) != null))
                .toList();
    }

    /** The reference figures beside which the unit stands: not its own once more. */
    public List<Benchmark.Board> boards() {
        Benchmark everywhere = reference;
        return everywhere == null
                ? List.of()
                : everywhere.boards().stream()
                        .filter(board ->
                                !board.unit().id().equals(vantage().unit().id()))
                        .toList();
    }

    /** The controls of a party that are held the least; null is where the party differs by type of school. */
    public List<ControlSum> missed(@Nullable Party party) {
        return sums.missed().controls().stream()
                .filter(sum -> sum.party() == party && sum.missed() > 0)
                .limit(EACH)
                .toList();
    }

    /** The actions that are not over. */
    public List<CorrectiveAction> actions() {
        return names.actions().page().items().stream()
                .filter(action -> action.state().open())
                .toList();
    }

    /** The day on which it was asked for, in Paris. */
    public LocalDate askedOn() {
        return askedAt.atZone(Paris.ZONE).toLocalDate();
    }

    /** {@code preau-collectivite-800000013-2026-2027.pdf}. */
    String fileName(String ending) {
        String plain = ReportFile.plain(campaign().name());
        return "preau-" + vantage().unit().id() + (plain.isEmpty() ? "" : "-" + plain) + ending;
    }
}
