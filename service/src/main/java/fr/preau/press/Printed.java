package fr.preau.press;

import fr.preau.access.Side;
import fr.preau.access.factor.Picture;
import fr.preau.checklist.Checklist;
import fr.preau.checklist.Control;
import fr.preau.checklist.FrenchText;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Theme;
import fr.preau.edition.Cell;
import fr.preau.edition.Chart;
import fr.preau.edition.Content;
import fr.preau.edition.Imprint;
import fr.preau.edition.Row;
import fr.preau.edition.Section;
import fr.preau.edition.Signature;
import fr.preau.edition.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The document to be laid out, on paper or on one page of a browser.
 *
 * @param proof address of the public page that tells an authentic file
 * @param copy whom it is made for; null for CLEAR and GREEN, which are the same for everybody
 * @param paper whether it is printed; else it is read on a screen
 */
public record Printed(
        Content content, String proof, @Nullable Copy copy, boolean paper) {
    /** Most columns of values that an upright page has room for. */
    private static final int UPRIGHT = 6;

    private static final Part ROLES = new Part("annexe-roles", "Qui fait quoi, thème par thème");
    private static final Part CONTROLS = new Part("annexe-mesures", "Les mesures du référentiel");
    private static final Part SHEET = new Part("annexe-fiche", "Fiche vierge à imprimer");
    private static final Part METHOD = new Part("annexe-methode", "Comment les chiffres sont faits");

    /** The same on paper, or on a screen. */
    Printed on(boolean printed) {
        return new Printed(content, proof, copy, printed);
    }

    public Imprint imprint() {
        return content.imprint();
    }

    /** The title, set as a printer would. */
    public String title() {
        return FrenchText.typeset(imprint().title());
    }

    /** The sections, then the annexes, in order. */
    public List<Part> parts() {
        return Stream.concat(sections().stream(), annexes().stream()).toList();
    }

    public List<Part> sections() {
        return content.sections().stream()
                .map(section -> new Part(section.id(), FrenchText.typeset(section.heading())))
                .toList();
    }

    /** What follows the sections; who does what, unless a section has it as a table. */
    public List<Part> annexes() {
        List<Part> annexes = new ArrayList<>();
        if (!content.method().isEmpty()) {
            annexes.add(METHOD);
        }
        if (!content.roles().isEmpty()
                && content.tables().stream().noneMatch(table -> table.id().equals("roles"))) {
            annexes.add(ROLES);
        }
        annexes.add(CONTROLS);
        annexes.add(SHEET);
        return annexes;
    }

    /** « Édition 2 · 1er mars 2027 »; a draft says that it is one. */
    public String edition() {
        Imprint imprint = imprint();
        if (imprint.number() == null) {
            return "Projet non publié · chiffres du " + Words.FORMATS.day(content.frozenOn());
        }
        return "Édition " + imprint.number() + " · " + Words.FORMATS.day(imprint.publishedOn());
    }

    /** The foot of each page: the edition, or whose copy it is. */
    public String foot() {
        return copy == null
                ? edition()
                : "Exemplaire remis à " + copy.receiver() + " le " + Words.FORMATS.day(copy.day());
    }

    public List<Table> tables(Section section) {
        return section.tables().stream().map(content::table).toList();
    }

    /** Whether the table asks for a page laid on its side. */
    public static boolean wide(Table table) {
        return table.read() && table.columns().size() > UPRIGHT;
    }

    /**
     * The classes of a section: one that begins by a table laid on its side lies there whole; words alone follow what
     * stands before them; all else begins a page.
     */
    public String shape(Section section) {
        if (!section.tables().isEmpty() && wide(content.table(section.tables().get(0)))) {
            return "section wide";
        }
        int place = content.sections().indexOf(section);
        boolean follows = section.tables().isEmpty()
                && place > 0
                && !endsOnItsSide(content.sections().get(place - 1));
        return follows ? "section on" : "section";
    }

    private boolean endsOnItsSide(Section section) {
        return tables(section).stream()
                .reduce((first, last) -> last)
                .map(Printed::wide)
                .orElse(false);
    }

    /** Whether a column holds words, which are set from the left. */
    public static boolean words(Table table, int column) {
        return table.rows().stream()
                .map(row -> row.cells().get(column).kind())
                .allMatch(kind -> kind == Cell.Kind.TEXT || kind == Cell.Kind.NOTHING);
    }

    /** Whether all columns hold words. */
    public static boolean words(Table table) {
        return IntStream.range(0, table.columns().size()).allMatch(column -> words(table, column));
    }

    /** Whether nothing of a row is shown: it is said once. */
    public static boolean hidden(Row row) {
        return row.cells().stream().allMatch(cell -> cell.kind() == Cell.Kind.HIDDEN);
    }

    /** « Pour l’État : Académie de Rennes, le 27 février 2027 ». */
    public String signed(Signature signature) {
        String side = signature.side() == Side.STATE ? "Pour l’État" : "Pour les collectivités";
        return side + "\u00a0: " + signature.employer() + ", le " + day(signature.day());
    }

    /** What stands in place of a table that is too long to be read. */
    public static String elsewhere(Table table) {
        return "Ce tableau a " + Words.FORMATS.number(table.rows().size())
                + " lignes\u00a0: il est dans les fichiers de tableaux (ODS, XLSX, CSV, JSON), pas dans ce document.";
    }

    public Drawn drawn(Table table, Row row) {
        return Drawn.of(table, row);
    }

    /** The picture that a telephone reads the address of the proof from. */
    public Picture code() {
        return Picture.of(proof);
    }

    /** The public address of the JSON's schema, on the same site as the proof. */
    String schema() {
        return proof.replaceFirst("verifier$", DossierJson.PUBLIC_SCHEMA);
    }

    /** « Collectivité de rattachement (État pour le CIO) ». */
    public String party(Control control) {
        Checklist checklist = content.checklist();
        String own = party(control.defaultParty());
        String others = Arrays.stream(SchoolType.values())
                .filter(control::appliesTo)
                .filter(type -> control.party(type) != control.defaultParty())
                .map(type -> checklist.label(type) + "\u00a0: " + party(control.party(type)))
                .collect(Collectors.joining("\u202f; "));
        return others.isEmpty() ? own : own + " (" + others + ")";
    }

    private static String party(fr.preau.checklist.Party party) {
        return switch (party) {
            case ETAT -> "État";
            case COLLECTIVITE -> "collectivité";
            case ETABLISSEMENT -> "établissement";
            case PARTAGE -> "partagé";
        };
    }

    public String level(Control control) {
        return switch (control.defaultLevel()) {
            case SOCLE -> "Socle";
            case STANDARD -> "Standard";
            case RENFORCE -> "Renforcé";
        };
    }

    public List<Theme> themes() {
        return content.checklist().themes();
    }

    public List<Control> controls(Theme theme) {
        return content.checklist().controls(theme);
    }

    public String theme(String code) {
        return content.checklist().theme(code).title();
    }

    /** The classes of a cell: how it stands, and the colour of a map. */
    public String style(Table table, Cell cell) {
        String step = table.chart() == Chart.HEAT ? Drawn.step(cell) : "";
        String kind = switch (cell.kind()) {
            case NUMBER, SHARE, CHANGE -> "num";
            case TEXT -> "words";
            case HIDDEN -> "num hidden";
            case NOTHING -> "num nil";
        };
        return step.isEmpty() ? kind : kind + " " + step;
    }

    public String day(@Nullable LocalDate day) {
        return Words.FORMATS.day(day);
    }

    public String number(long number) {
        return Words.FORMATS.number(number);
    }

    /** Who may receive it, in a sentence. */
    public String rule() {
        return imprint().label().text() + ". "
                + switch (imprint().label()) {
                    case CLEAR -> "Ce document peut être diffusé sans restriction.";
                    case GREEN -> "À diffuser au sein des réseaux de l’éducation et des collectivités, pas au public.";
                    case AMBER -> "À ne transmettre, dans l’organisme qui le reçoit, qu’à ceux qui en ont besoin.";
                    case AMBER_STRICT -> "Réservé à l’établissement, à sa collectivité et à son académie.";
                };
    }
}
