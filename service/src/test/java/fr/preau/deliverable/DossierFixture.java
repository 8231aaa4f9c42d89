package fr.preau.deliverable;

import fr.preau.audit.Audit;
import fr.preau.audit.AuditState;
import fr.preau.audit.AuditView;
import fr.preau.audit.Cell;
import fr.preau.audit.Figures;
import fr.preau.audit.FiguresOf;
import fr.preau.audit.Reviewed;
import fr.preau.audit.Sight;
import fr.preau.audit.ThemeLine;
import fr.preau.checklist.Checklist;
import fr.preau.checklist.ChecklistFile;
import fr.preau.checklist.Control;
import fr.preau.checklist.Level;
import fr.preau.checklist.Party;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Theme;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ChecklistId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Message;
import fr.preau.kernel.Uai;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A dossier of full size made by hand: an EREA, which is asked the most, every kind of answer, long comments. */
final class DossierFixture {
    static final Sight ALL = new Sight(EnumSet.allOf(Party.class), Sight.Version.NONE, true);
    static final Instant ASKED = Instant.parse("2027-01-18T15:04:00Z");

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 18);
    private static final AccountId AGENT = new AccountId(3);
    private static final Checklist CHECKLIST = checklist();
    private static final List<String> COMMENTS = List.of(
            "Vérifié sur place avec la gestionnaire ; la procédure est affichée à l’accueil.",
            "Trois postes sur douze restent à équiper. Commande passée, livraison prévue au printemps.\n\nÀ revoir"
                    + " après les congés d’hiver, avec le prestataire.",
            "L’œuvre de Noël a été refaite à neuf 🏫🔥 — « coût nul » ; ça marche à 100 % !",
            "Sans objet : l’établissement n’a pas d’internat.");

    private DossierFixture() {}

    static Dossier full() {
        return dossier(AuditState.VALIDATED, ALL, DossierFixture::cell, "Camille Le Goff");
    }

    static Dossier seen(AuditState state, Sight sight) {
        return dossier(state, sight, control -> shown(cell(control), sight), "Camille Le Goff");
    }

    /** The whole dossier with one comment and one name chosen by somebody who means harm. */
    static Dossier saying(String text) {
        return dossier(
                AuditState.SUBMITTED,
                ALL,
                control -> {
                    Cell cell = cell(control);
                    return control.code().value().equals("SAU-02") ? with(cell, Verdict.PARTIEL, text) : cell;
                },
                text);
    }

    /** One too long comment on every control. */
    static Dossier longest() {
        String text = "Une phrase écrite à la main, qui se répète jusqu’à la limite. ".repeat(70);
        return dossier(AuditState.SUBMITTED, ALL, control -> with(cell(control), Verdict.PARTIEL, text), "A");
    }

    private static Dossier dossier(AuditState state, Sight sight, Function<Control, Cell> answer, String name) {
        List<Cell> cells =
                CHECKLIST.controls(SchoolType.EREA).stream().map(answer).toList();
        AuditView view = new AuditView(
                audit(state, name),
                sight,
                cells,
                themes(cells),
                slices(cells, sight),
                List.of(),
                Reviewed.NOTHING,
                List.of(),
                CHECKLIST.controls().stream().collect(Collectors.toMap(Control::code, Function.identity())),
                false,
                false,
                TODAY);
        Dossier.Asker asker = new Dossier.Asker(name, Message.of("unit.COLLECTIVITY", "Région des Trois-Vallées"));
        return new Dossier(view, CHECKLIST, life(), asker, ASKED, true);
    }

    private static Cell cell(Control control) {
        int n = control.position();
        Verdict verdict =
                n % 11 == 0 ? null : n % 3 == 0 ? Verdict.CONFORME : Verdict.values()[n % Verdict.values().length];
        String comment = verdict == null || n % 5 == 2 ? null : COMMENTS.get(n % COMMENTS.size());
        return with(
                new Cell(
                        control.code(),
                        control.theme(),
                        control.level(SchoolType.EREA).number(),
                        control.weight(),
                        control.party(SchoolType.EREA),
                        n,
                        null,
                        null,
                        0,
                        null,
                        null,
                        null,
                        null),
                verdict,
                comment);
    }

    private static Cell with(Cell cell, @Nullable Verdict verdict, @Nullable String comment) {
        boolean answered = verdict != null;
        return new Cell(
                cell.control(),
                cell.theme(),
                cell.level(),
                cell.weight(),
                cell.party(),
                cell.position(),
                verdict,
                comment,
                answered ? 1 : 0,
                answered ? AGENT : null,
                answered ? "Agent de la région" : null,
                answered ? Party.COLLECTIVITE : null,
                answered ? Instant.parse("2026-11-30T10:12:00Z").plusSeconds(90_000L * (cell.position() % 40)) : null);
    }

    private static Cell shown(Cell cell, Sight sight) {
        return sight.answers(cell.party()) ? cell : with(cell, null, null);
    }

    private static Audit audit(AuditState state, String name) {
        return new Audit(
                new AuditId(12),
                new CampaignId(2),
                "2026–2027",
                LocalDate.of(2026, 11, 2),
                LocalDate.of(2027, 1, 29),
                CHECKLIST.id(),
                Uai.of(8_358_101),
                name.length() > 100 ? name : "EREA Les Tilleuls-en-Vallée",
                SchoolType.EREA,
                "Saint-Aubin-d’Œuvre",
                "35",
                "14",
                "Rennes",
                "53",
                "800000013",
                "Région des Trois-Vallées",
                "800000013",
                state,
                2,
                Instant.parse("2027-01-12T09:30:00Z"),
                AGENT,
                null,
                null,
                null);
    }

    private static List<LifeEvent> life() {
        return List.of(
                event("2026-11-03T08:00:00Z", "audit.started", null, "Agent de la région", null),
                event("2026-12-14T16:42:00Z", "audit.submitted", null, "Agent de la région", null),
                event("2027-01-05T10:00:00Z", "audit.sentBack", null, "Responsable de l’académie", null),
                event(
                        "2027-01-05T10:00:00Z",
                        "review.reason",
                        "SAU-02",
                        "Responsable de l’académie",
                        "Le disque de sauvegarde reste branché en permanence : dites comment il est mis à l’abri."),
                event(
                        "2027-01-05T10:00:00Z",
                        "review.reason",
                        "GOV-01",
                        "Responsable de l’académie",
                        "La note de désignation n’est pas datée."),
                event("2027-01-12T09:30:00Z", "audit.submitted", null, null, null),
                event("2027-01-15T14:00:00Z", "audit.validated", null, "Responsable de l’académie", null));
    }

    private static LifeEvent event(
            String at, String action, @Nullable String control, @Nullable String author, @Nullable String text) {
        return new LifeEvent(
                Instant.parse(at), AGENT, action, control == null ? null : new ControlCode(control), author, text);
    }

    private static List<ThemeLine> themes(List<Cell> cells) {
        return CHECKLIST.themes().stream().map(theme -> line(theme, cells)).toList();
    }

    private static ThemeLine line(Theme theme, List<Cell> cells) {
        List<Cell> own =
                cells.stream().filter(cell -> cell.theme().equals(theme.code())).toList();
        int answered = (int) own.stream().filter(Cell::answered).count();
        return new ThemeLine(theme, own.size(), answered, List.of(), own.size() - answered, 0);
    }

    private static List<FiguresOf> slices(List<Cell> cells, Sight sight) {
        List<FiguresOf> slices = new ArrayList<>();
        slices.add(new FiguresOf(null, null, null, figures(cells, sight, cell -> true)));
        CHECKLIST
                .themes()
                .forEach(theme -> slices.add(new FiguresOf(
                        theme.code(),
                        null,
                        null,
                        figures(cells, sight, cell -> cell.theme().equals(theme.code())))));
        for (Party party : Party.values()) {
            slices.add(new FiguresOf(null, party.name(), null, figures(cells, sight, cell -> cell.party() == party)));
        }
        Set<Integer> levels = Arrays.stream(Level.values()).map(Level::number).collect(Collectors.toSet());
        levels.forEach(level ->
                slices.add(new FiguresOf(null, null, level, figures(cells, sight, cell -> cell.level() == level))));
        return slices;
    }

    /** What the SQL would say: a stand-in for the test only, the definition is in R__figures.sql. */
    private static Figures figures(List<Cell> all, Sight sight, Predicate<Cell> slice) {
        List<Cell> cells = all.stream().filter(slice).toList();
        Map<Verdict, Long> counts = cells.stream()
                .filter(Cell::answered)
                .collect(Collectors.groupingBy(Cell::verdict, Collectors.counting()));
        long answered = counts.values().stream().mapToLong(Long::longValue).sum();
        Double coverage = cells.isEmpty() ? null : (double) answered / cells.size();
        if (!sight.figures()) {
            return new Figures(cells.size(), 0, 0, 0, 0, answered, coverage, null);
        }
        double counted = cells.stream()
                .filter(cell -> cell.verdict() != Verdict.NON_APPLICABLE)
                .mapToInt(Cell::weight)
                .sum();
        double held = cells.stream()
                .filter(Cell::answered)
                .mapToDouble(cell -> cell.weight() * value(cell))
                .sum();
        return new Figures(
                cells.size(),
                counts.getOrDefault(Verdict.CONFORME, 0L),
                counts.getOrDefault(Verdict.PARTIEL, 0L),
                counts.getOrDefault(Verdict.NON_CONFORME, 0L),
                counts.getOrDefault(Verdict.NON_APPLICABLE, 0L),
                counts.getOrDefault(Verdict.NE_SAIT_PAS, 0L),
                coverage,
                counted == 0 ? null : held / counted);
    }

    private static double value(Cell cell) {
        BigDecimal value = cell.verdict().value();
        return value == null ? 0 : value.doubleValue();
    }

    private static Checklist checklist() {
        byte[] file = Resource.bytes("checklist/pssi-etablissement-scolaire-1.0.0.json");
        ChecklistFile read = ChecklistFile.read(file);
        return new Checklist(new ChecklistId(1), read.sha256(), read.document());
    }
}
