package fr.preau.press;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.preau.checklist.Checklist;
import fr.preau.checklist.ChecklistDocument;
import fr.preau.checklist.Theme;
import fr.preau.edition.Block;
import fr.preau.edition.Cell;
import fr.preau.edition.Chart;
import fr.preau.edition.Content;
import fr.preau.edition.ContentFixture;
import fr.preau.edition.Hidden;
import fr.preau.edition.Imprint;
import fr.preau.edition.Label;
import fr.preau.edition.Row;
import fr.preau.edition.Section;
import fr.preau.edition.Span;
import fr.preau.edition.Table;
import fr.preau.journal.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Editions for the press: one that says the same text wherever people may write, and one as large as the country's. */
final class PressFixture {
    static final String PROOF = "https://preau.exemple.fr/verifier";
    private static final int ACADEMIES = 30;

    private static final SigningKey KEY = made();
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private PressFixture() {}

    /** The key of the tests, one a process. */
    static SigningKey key() {
        return KEY;
    }

    static SigningKey made() {
        try {
            return SigningKey.prepare(Files.createTempDirectory("preau").resolve("deliverable.key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Printed printed(Content content, @Nullable Copy copy) {
        return new Printed(content, PROOF, copy, true);
    }

    /** An edition in which every text that somebody may write, names included, is this one. */
    static Content saying(String text) {
        Content model = ContentFixture.published(Label.AMBER);
        Imprint own = model.imprint();
        Imprint imprint = new Imprint(
                text, own.label(), own.unit(), text, own.number(), own.publishedOn(), text, own.signatures());
        List<Span> spans =
                List.of(new Span(text, true, true, null), new Span(text, false, false, "https://exemple.fr/a"));
        Block item = Block.of(Block.Kind.ITEM, List.of(Block.paragraph(spans)));
        List<Block> body = List.of(
                Block.heading(3, spans),
                Block.paragraph(spans),
                Block.of(Block.Kind.BULLETS, List.of(item)),
                Block.of(Block.Kind.QUOTE, List.of(Block.paragraph(spans))));
        Table table = new Table(
                "tableau",
                text,
                List.of(text),
                List.of(text, "Nombre"),
                List.of(new Row("a", List.of(text), List.of(Cell.text(text), Cell.number(-12)))),
                Chart.NONE,
                List.of(text));
        Content said = with(
                model.with(imprint), List.of(new Section("texte", text, body, List.of("tableau"))), List.of(table));
        return new Content(
                said.imprint(),
                said.frozenAt(),
                said.sha256(),
                said.fictitious(),
                said.sources(),
                saying(said.checklist(), text),
                said.roles(),
                said.sections(),
                said.tables(),
                said.method());
    }

    /** A checklist of one's own, which may say anything too. */
    private static Checklist saying(Checklist model, String text) {
        ObjectNode document = JSON.valueToTree(model.document());
        document.put("titre", text);
        document.withArray("themes").forEach(theme -> ((ObjectNode) theme).put("titre", text));
        ObjectNode control = (ObjectNode) document.withArray("mesures").get(0);
        List.of("intitule", "exigence", "question", "aide", "conseil").forEach(member -> control.put(member, text));
        return new Checklist(model.id(), model.sha256(), JSON.convertValue(document, ChecklistDocument.class));
    }

    /** As many rows and columns as the country has at GREEN: types, académies and départements by theme. */
    static Content country(Label label) {
        Content model = ContentFixture.published(label);
        List<String> themes =
                model.checklist().themes().stream().map(Theme::title).toList();
        List<Section> sections = new ArrayList<>(model.sections());
        List<Table> tables = new ArrayList<>(model.tables());
        tables.add(heat("grandes-academies", "Conformité par académie, par degré et par thème", 2 * ACADEMIES, themes));
        tables.add(heat("departements", "Conformité par département, par degré et par thème", 2 * 101, themes));
        tables.add(answers(themes));
        sections.add(new Section(
                "tableaux", "Tableaux", List.of(), List.of("grandes-academies", "departements", "reponses")));
        return with(model, sections, tables);
    }

    /** A page on its side beside all that the small edition has. */
    static Content sample(Label label) {
        Content model = ContentFixture.published(label);
        List<String> themes =
                model.checklist().themes().stream().map(Theme::title).toList();
        List<Section> sections = new ArrayList<>(model.sections());
        List<Table> tables = new ArrayList<>(model.tables());
        tables.add(heat("grandes-academies", "Conformité par académie, par degré et par thème", 12, themes));
        sections.add(1, new Section("suite", "Mode de lecture", sections.get(0).body(), List.of()));
        sections.add(new Section("tableaux", "Tableaux", List.of(), List.of("grandes-academies")));
        return with(model, sections, tables);
    }

    private static Table heat(String id, String caption, int rows, List<String> themes) {
        List<Row> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int row = i;
            all.add(new Row(
                    id + "-" + i,
                    List.of("Unité de la vallée " + (i / 2 + 1), i % 2 == 0 ? "Premier degré" : "Second degré"),
                    IntStream.range(0, themes.size())
                            .mapToObj(theme -> (row + theme) % 23 == 0 || row == rows - 1
                                    ? Cell.hidden(Hidden.ONE_DOMINATES)
                                    : Cell.share(((row * 7 + theme * 13) % 100) / 100.0))
                            .toList()));
        }
        return new Table(id, caption, List.of("Unité", "Degré"), themes, all, Chart.HEAT, List.of("Audits rendus."));
    }

    private static Table answers(List<String> themes) {
        List<Row> rows = new ArrayList<>();
        for (String type : List.of("École", "Collège", "Lycée", "Lycée professionnel", "EREA", "CIO")) {
            for (String theme : themes) {
                rows.add(new Row(
                        type + "/" + theme,
                        List.of(type, theme),
                        List.of(
                                Cell.number(1_204),
                                Cell.share(0.5),
                                Cell.share(0.2),
                                Cell.share(0.1),
                                Cell.share(0.12),
                                Cell.share(0.03),
                                Cell.share(0.05),
                                Cell.share(0.61),
                                Cell.share(0.95))));
            }
        }
        List<String> columns = List.of(
                "Établissements",
                "Conforme",
                "Partiel",
                "Non conforme",
                "Ne sait pas",
                "Non applicable",
                "Sans réponse",
                "Conformité",
                "Couverture");
        return new Table(
                "reponses",
                "Réponses par type et par thème",
                List.of("Type", "Thème"),
                columns,
                rows,
                Chart.STACKED,
                List.of());
    }

    static Copy copy() {
        return new Copy("Mairie de Saint-Aubin-d’Œuvre", LocalDate.of(2027, 3, 4));
    }

    private static Content with(Content model, List<Section> sections, List<Table> tables) {
        return new Content(
                model.imprint(),
                model.frozenAt(),
                model.sha256(),
                model.fictitious(),
                model.sources(),
                model.checklist(),
                model.roles(),
                sections,
                tables,
                model.method());
    }
}
