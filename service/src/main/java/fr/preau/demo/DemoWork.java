package fr.preau.demo;

import fr.preau.access.Principal;
import fr.preau.audit.AuditState;
import fr.preau.audit.AuditView;
import fr.preau.audit.Cell;
import fr.preau.checklist.Party;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Verdict;
import fr.preau.evidence.Evidence;
import fr.preau.evidence.NewPiece;
import fr.preau.evidence.Spool;
import fr.preau.kernel.ActionId;
import fr.preau.kernel.ControlCode;
import fr.preau.plan.ActionStep;
import fr.preau.plan.Actions;
import fr.preau.plan.Assignments;
import fr.preau.plan.Extent;
import fr.preau.plan.NewAction;
import fr.preau.plan.Plans;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the DSI undertakes beside its answers, so that no page of the demonstration is empty: pieces that show some of
 * them, corrective actions at every place of the board, themes entrusted to heads.
 */
final class DemoWork {
    /** Days after the opening: once the audits in progress stand as they do, and before any day of the demonstration. */
    private static final int PLANNED_AFTER = 24;

    private static final int MOVED_AFTER = 28;
    private static final int SHOWN_AFTER = 31;
    private static final int SCHOOLS_WITH_PIECES = 6;
    private static final int PIECES_EACH = 3;
    private static final long ROOM = 1L << 30;
    private static final String REPORT =
            "Données fictives.\nRelevé des sauvegardes du mois : 22 réussies, aucune manquée.\n";

    /**
     * An action about the weak answers to one control.
     *
     * @param due days after the opening; before the day of the demonstration, it is late
     * @param steps what becomes of it
     */
    private record Undertaking(
            String control, String title, int due, @Nullable Integer cost, List<ActionStep> steps) {
        NewAction action(LocalDate opensOn) {
            return new NewAction(title, Party.COLLECTIVITE, opensOn.plusDays(due), cost, null);
        }
    }

    private static final List<Undertaking> UNDERTAKINGS = List.of(
            new Undertaking("ACC-05", "Revoir les comptes avec chaque secrétariat", 32, null, List.of()),
            new Undertaking(
                    "PAT-03", "Dessiner le schéma du réseau de chaque collège", 58, 5_400, List.of(ActionStep.START)),
            new Undertaking("ACC-04", "Second facteur pour la messagerie des directions", 150, null, List.of()),
            new Undertaking(
                    "EQP-05", "Chiffrer les portables des équipes de direction", 90, 1_200, List.of(ActionStep.START)),
            new Undertaking(
                    "EXP-03",
                    "Comptes d’administration à part",
                    60,
                    null,
                    List.of(ActionStep.START, ActionStep.FINISH)),
            new Undertaking(
                    "RES-08", "Remplacer les commutateurs les plus anciens", 120, 38_000, List.of(ActionStep.GIVE_UP)));

    private final DemoServices services;
    private final Cast cast;
    private final LocalDate opensOn;
    private final Evidence evidence;
    private final Plans plans;

    DemoWork(DemoServices services, Cast cast, DemoCalendar calendar) {
        this.services = services;
        this.cast = cast;
        opensOn = calendar.opensOn();
        evidence = new Evidence(services.database(), services.journal(), services.audits(), services.clock(), ROOM);
        plans = new Plans(services.database(), services.journal(), services.audits(), services.clock());
    }

    void play(List<RosterLine> roster) {
        List<RosterLine> open = roster.stream()
                .filter(line -> line.schoolType() == SchoolType.COLLEGE)
                .filter(line -> view(line).audit().state() == AuditState.IN_PROGRESS)
                .toList();
        UNDERTAKINGS.forEach(one -> undertake(one, open));
        open.stream().limit(SCHOOLS_WITH_PIECES).forEach(this::show);
        roster.stream()
                .filter(line -> line.schoolName().equals(StatePlan.SENT_BACK))
                .forEach(this::show);
        open.stream().filter(line -> cast.heads().containsKey(line.uai())).forEach(this::entrust);
    }

    private void undertake(Undertaking one, List<RosterLine> open) {
        ControlCode control = new ControlCode(one.control());
        Optional<RosterLine> weak = open.stream()
                .filter(line -> view(line).cells().stream()
                        .anyMatch(cell -> cell.control().equals(control) && cell.weak()))
                .findFirst();
        if (weak.isEmpty()) {
            return;
        }
        Principal agent = cast.submitter(weak.get());
        Actions actions = new Actions(
                services.database(), services.journal(), services.audits(), services.checklists(), services.clock());
        services.clock().set(PastClock.at(opensOn.plusDays(PLANNED_AFTER), 20));
        ActionId id = plans.plan(agent, weak.get().id(), control, one.action(opensOn), Extent.ALL, Set.of());
        int version = 1;
        for (ActionStep step : one.steps()) {
            services.clock().set(PastClock.at(opensOn.plusDays(MOVED_AFTER), 40 * version));
            actions.take(agent, id, version, step);
            version++;
        }
    }

    /** Pieces that show the first answers which are held: a document seen, a link, and where it was doubted a file. */
    private void show(RosterLine line) {
        services.clock().set(PastClock.at(opensOn.plusDays(SHOWN_AFTER), 45));
        List<Cell> held = view(line).cells().stream()
                .filter(cell -> cell.verdict() == Verdict.CONFORME && cell.party() != Party.ETAT)
                .limit(PIECES_EACH)
                .toList();
        for (int i = 0; i < held.size(); i++) {
            ControlCode control = held.get(i).control();
            if (i == 0 && line.schoolName().equals(StatePlan.SENT_BACK)) {
                attachReport(line, control);
            } else if (i % 2 == 0) {
                attach(
                        line,
                        control,
                        NewPiece.consultation(
                                "Classeur du réseau, bureau de gestion",
                                opensOn.plusDays(PLANNED_AFTER),
                                "Gestion de l’établissement"));
            } else {
                attach(line, control, NewPiece.link("https://docs.exemple.invalid/reseau", "Schéma du réseau"));
            }
        }
    }

    private void attachReport(RosterLine line, ControlCode control) {
        byte[] report = REPORT.getBytes(StandardCharsets.UTF_8);
        try (Spool spool = Spool.of(new ByteArrayInputStream(report))) {
            attach(line, control, NewPiece.file(spool, "releve-fictif.txt"));
        }
    }

    private void attach(RosterLine line, ControlCode control, NewPiece piece) {
        evidence.attach(cast.submitter(line), line.id(), control, piece);
    }

    /** The first theme of which the school's own head has something left to answer. */
    private void entrust(RosterLine line) {
        Assignments assignments =
                new Assignments(services.database(), services.journal(), services.audits(), services.clock());
        services.clock().set(PastClock.at(opensOn.plusDays(SHOWN_AFTER), 90));
        view(line).cells().stream()
                .filter(cell -> cell.party() == Party.ETABLISSEMENT && !cell.answered())
                .map(Cell::theme)
                .findFirst()
                .ifPresent(theme -> assignments.assign(
                        cast.submitter(line), line.id(), theme, Assignments.HEADS, Extent.ONE, Set.of()));
    }

    private AuditView view(RosterLine line) {
        return services.audits().view(cast.submitter(line), line.id());
    }
}
