package fr.preau.demo;

import fr.preau.access.Principal;
import fr.preau.audit.AuditState;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.demo.AnswerBook.Remark;
import fr.preau.demo.DemoCalendar.Life;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import fr.preau.review.SendBack;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * This year. Every step of an audit's life is taken by the real services on the day when it happened; of the answers,
 * the first of each audit and those whose history is worth a look, the rest by sets.
 */
final class RunningCampaign {
    /** Audits that were saved answer by answer, so that each control shows its history; of others, what was doubted. */
    private static final Set<String> TOLD = Set.of(StatePlan.SENT_BACK, StatePlan.HEADED);

    private static final String MERGED = "École fusionnée avec sa voisine à la rentrée : l’audit n’a plus d’objet.";
    /** Days after the opening, as the others in the past of any day on which the demonstration is made. */
    private static final int SENT_BACK_AFTER = 30;

    private static final int DOUBTED_AFTER = 24;

    private final DemoServices services;
    private final Cast cast;
    private final DemoCalendar calendar;

    RunningCampaign(DemoServices services, Cast cast, DemoCalendar calendar) {
        this.services = services;
        this.cast = cast;
        this.calendar = calendar;
    }

    void play(CampaignId campaign, Map<RosterLine, AuditState> plan, DemoSheets sheets) {
        List<RosterLine> roster = plan.keySet().stream()
                .sorted(Comparator.comparing(line -> line.uai().value()))
                .toList();
        List<AnswerRow> rest = new ArrayList<>();
        for (RosterLine line : roster) {
            AuditState state = plan.getOrDefault(line, AuditState.TO_DO);
            Life life = calendar.life(line.uai().value());
            List<PlannedAnswer> sheet =
                    state == AuditState.REMOVED ? List.of() : sheets.sheet(line, state, life, remarks(line));
            for (PlannedAnswer planned : sheet) {
                if (planned.equals(sheet.get(0)) || told(line, planned.control())) {
                    save(line.id(), planned);
                } else {
                    rest.add(AnswerRow.of(line, planned));
                }
            }
        }
        DemoCampaigns.insert(services, campaign, rest);
        roster.forEach(line -> end(line, plan.getOrDefault(line, AuditState.TO_DO)));
    }

    private static boolean told(RosterLine line, ControlCode control) {
        return TOLD.contains(line.schoolName())
                || remarks(line).stream().anyMatch(remark -> remark.code().equals(control));
    }

    private static List<Remark> remarks(RosterLine line) {
        return switch (line.schoolName()) {
            case StatePlan.SENT_BACK -> AnswerBook.get().sentBack();
            case StatePlan.CORRECTED -> AnswerBook.get().secondRound();
            default -> List.of();
        };
    }

    private void save(AuditId audit, PlannedAnswer planned) {
        services.clock().set(planned.at());
        services.answers().save(planned.writer().person(), audit, planned.control(), 0, planned.answer());
    }

    /** Takes the audit from its answers to where it stands now. */
    private void end(RosterLine line, AuditState state) {
        Life life = calendar.life(line.uai().value());
        switch (state) {
            case TO_DO, IN_PROGRESS -> {}
            case SUBMITTED -> {
                submit(line, life.submitted());
                if (Dice.roll("opened", line.uai().value()) < 0.25) {
                    open(line, life.read());
                }
            }
            case SENT_BACK -> {
                submit(line, life.submitted());
                sendBack(
                        line,
                        calendar.opensOn().plusDays(SENT_BACK_AFTER),
                        AnswerBook.get().sentBack());
            }
            case VALIDATED -> validate(line, life);
            case REMOVED -> {
                services.clock().set(PastClock.at(calendar.opensOn(), 120));
                services.reviews().remove(cast.organiser(), line.id(), MERGED);
            }
        }
    }

    private void validate(RosterLine line, Life life) {
        submit(line, life.submitted());
        LocalDate read = life.read();
        LocalDate judged = life.judged();
        if (line.schoolName().equals(StatePlan.CORRECTED)) {
            LocalDate doubted = calendar.opensOn().plusDays(DOUBTED_AFTER);
            sendBack(line, doubted, AnswerBook.get().secondRound());
            correct(line, doubted.plusDays(4), AnswerBook.get().secondRound());
            submit(line, doubted.plusDays(5));
            read = doubted.plusDays(7);
            judged = read;
        }
        open(line, read);
        services.clock().set(PastClock.at(judged, 395));
        services.reviews().validate(cast.officer(), line.id());
    }

    private void submit(RosterLine line, LocalDate day) {
        services.clock().set(PastClock.at(day, 310));
        services.reviews().submit(cast.submitter(line), line.id());
    }

    private void open(RosterLine line, LocalDate day) {
        services.clock().set(PastClock.at(day, 65));
        services.reviews().open(cast.officer(), line.id());
    }

    private void sendBack(RosterLine line, LocalDate day, List<Remark> remarks) {
        open(line, day);
        services.clock().set(PastClock.at(day, 424));
        Map<ControlCode, String> reasons = remarks.stream().collect(Collectors.toMap(Remark::code, Remark::reason));
        services.reviews().sendBack(cast.officer(), line.id(), new SendBack(reasons));
    }

    private void correct(RosterLine line, LocalDate day, List<Remark> remarks) {
        Principal agent = cast.submitter(line);
        services.clock().set(PastClock.at(day, 30));
        for (Remark remark : remarks) {
            NewAnswer answer = new NewAnswer(Verdict.CONFORME, remark.correction());
            services.answers().save(agent, line.id(), remark.code(), 1, answer);
        }
    }
}
