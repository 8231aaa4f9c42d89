package fr.preau.demo;

import fr.preau.audit.AuditState;
import fr.preau.audit.NewAnswer;
import fr.preau.campaign.AskedControl;
import fr.preau.checklist.Party;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Verdict;
import fr.preau.demo.AnswerBook.Remark;
import fr.preau.demo.Cast.Writer;
import fr.preau.demo.DemoCalendar.Life;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fills in an audit's sheet on paper: which control, which answer, by whom and when, in that order. */
final class DemoSheets {
    private static final int MINUTES_EACH = 4;
    /** About as many answers as one writes in a morning. */
    private static final int IN_A_DAY = 36;

    private static final double LEAST_PROGRESS = 0.08;
    private static final double MOST_PROGRESS = 0.92;
    private static final double STATE_ANSWERED = 0.45;

    private final Map<SchoolType, List<AskedControl>> asked;
    private final DemoAnswers answers;
    private final Cast cast;

    DemoSheets(Map<SchoolType, List<AskedControl>> asked, DemoAnswers answers, Cast cast) {
        this.asked = Map.copyOf(asked);
        this.answers = answers;
        this.cast = cast;
    }

    /** What is asked, by type of school. */
    Map<SchoolType, List<AskedControl>> asked() {
        return asked;
    }

    /**
     * The answers of an audit that has come to that state.
     *
     * @param remarks answers that a reviewer will not believe: « conforme », with the comment that they doubt
     */
    List<PlannedAnswer> sheet(RosterLine school, AuditState state, Life life, List<Remark> remarks) {
        List<PlannedAnswer> sheet = new ArrayList<>();
        for (AskedControl control : chosen(school, state)) {
            NewAnswer answer = remarks.stream()
                    .filter(remark -> remark.code().equals(control.control()))
                    .findFirst()
                    .map(remark -> new NewAnswer(Verdict.CONFORME, remark.comment()))
                    .orElseGet(() -> answers.answer(school, control));
            Writer writer = cast.writer(school, control.party());
            sheet.add(new PlannedAnswer(control.control(), answer, writer, at(life.started(), sheet.size())));
        }
        return sheet;
    }

    private List<AskedControl> chosen(RosterLine school, AuditState state) {
        List<AskedControl> whole = asked.getOrDefault(school.schoolType(), List.of());
        if (state == AuditState.TO_DO) {
            return List.of();
        }
        if (state != AuditState.IN_PROGRESS) {
            return whole.stream()
                    .filter(control -> answers.answered(school, control))
                    .toList();
        }
        String uai = school.uai().value();
        double progress = LEAST_PROGRESS + Dice.roll("progress", uai) * (MOST_PROGRESS - LEAST_PROGRESS);
        int last = Math.max(2, (int) (whole.size() * progress));
        return whole.stream()
                .filter(control -> control.party() == Party.ETAT
                        ? Dice.roll("state", uai, control.control().value()) < STATE_ANSWERED
                        : whole.indexOf(control) < last)
                .toList();
    }

    private static Instant at(LocalDate started, int answered) {
        LocalDate day = DemoCalendar.working(started.plusDays(answered / IN_A_DAY));
        return PastClock.at(day, 10 + MINUTES_EACH * (answered % IN_A_DAY));
    }
}
