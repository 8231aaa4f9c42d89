package fr.preau.edition;

import fr.preau.access.Side;
import fr.preau.checklist.Checklist;
import fr.preau.checklist.ChecklistFile;
import fr.preau.checklist.Roles;
import fr.preau.checklist.Theme;
import fr.preau.kernel.ChecklistId;
import fr.preau.kernel.UnitId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A small edition made by hand, with every kind of block, span, cell and chart: for tests of whatever reads one. */
public final class ContentFixture {
    public static final String SHA256 = "0123456789abcdef".repeat(4);

    private ContentFixture() {}

    /** A published edition of the nation, under the label. */
    public static Content published(Label label) {
        Imprint imprint = new Imprint(
                "Sécurité des établissements : état des lieux et priorités",
                label,
                UnitId.NATION,
                "France entière",
                2,
                LocalDate.of(2027, 3, 1),
                "Corrige la base des collèges au tableau 2.",
                List.of(
                        new Signature(Side.COLLECTIVITY, "Département des Trois-Vallées", LocalDate.of(2027, 2, 26)),
                        new Signature(Side.STATE, "Académie de Rennes", LocalDate.of(2027, 2, 27))));
        return draft().with(imprint);
    }

    /** The same before its publication, CLEAR. */
    public static Content draft() {
        Imprint imprint = new Imprint(
                "Sécurité des établissements : état des lieux et priorités",
                Label.CLEAR,
                UnitId.NATION,
                "France entière",
                null,
                null,
                null,
                List.of());
        Checklist checklist = checklist();
        return new Content(
                imprint,
                Instant.parse("2027-02-24T16:04:00Z"),
                SHA256,
                true,
                List.of(source("2026–2027", 2026), source("2025–2026", 2025)),
                checklist,
                roles(checklist),
                List.of(
                        new Section("avant-propos", "Avant-propos", text(), List.of()),
                        new Section("etat-des-lieux", "État des lieux", text(), List.of("types", "academies")),
                        new Section("evolutions", "Évolutions", List.of(), List.of("evolutions"))),
                List.of(types(), academies(), trends()),
                List.of(Block.paragraph(List.of(Span.plain("La conformité porte sur les audits rendus.")))));
    }

    private static Source source(String campaign, int year) {
        return new Source(
                campaign,
                LocalDate.of(year, 11, 2),
                LocalDate.of(year + 1, 1, 29),
                Instant.parse("2027-02-24T15:00:00Z"),
                1_204,
                981);
    }

    private static List<Block> text() {
        return List.of(
                Block.heading(3, List.of(Span.plain("L’œuvre <commune> {{7*7}} ${7*7} =1+1"))),
                Block.paragraph(List.of(
                        Span.plain("Un établissement sur deux "),
                        new Span("sauvegarde", true, false, null),
                        new Span(" chaque nuit", false, true, null),
                        new Span(" (voir le guide)", false, false, "https://exemple.invalid/guide?a=1&b=2"),
                        Span.plain("."))),
                Block.of(Block.Kind.BULLETS, List.of(item("Inventorier"), item("Sauvegarder"))),
                Block.of(Block.Kind.NUMBERS, List.of(item("D’abord"), item("Ensuite"))),
                Block.of(
                        Block.Kind.QUOTE,
                        List.of(Block.paragraph(
                                List.of(Span.plain("« Pas de sauvegarde essayée, pas de sauvegarde. »"))))));
    }

    private static Block item(String text) {
        return Block.of(Block.Kind.ITEM, List.of(Block.paragraph(List.of(Span.plain(text)))));
    }

    private static Table types() {
        return new Table(
                "types",
                "Réponses par type d’établissement et par thème",
                List.of("Type", "Thème"),
                List.of("Établissements", "Conforme", "Partiel", "Conformité"),
                List.of(
                        new Row(
                                "ECOLE/SAU",
                                List.of("École", "Sauvegarde et continuité"),
                                List.of(Cell.number(1_204), Cell.share(0.5), Cell.share(0.03), Cell.share(0.515))),
                        new Row(
                                "CIO/SAU",
                                List.of("CIO", "Sauvegarde et continuité"),
                                List.of(
                                        Cell.hidden(Hidden.FEW_SCHOOLS),
                                        Cell.hidden(Hidden.FEW_SCHOOLS),
                                        Cell.hidden(Hidden.FEW_SCHOOLS),
                                        Cell.nothing()))),
                Chart.STACKED,
                List.of("Audits rendus au 24 février 2027."));
    }

    private static Table academies() {
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            // Homonyms: the key alone tells them apart.
            String key = String.format("academie-%02d/ECOLE", i);
            rows.add(new Row(
                    key,
                    List.of(i % 7 == 0 ? "Rennes" : "Académie no " + i, "École"),
                    List.of(i % 9 == 0 ? Cell.hidden(Hidden.COMPLEMENT) : Cell.share(i / 40.0), Cell.text("—"))));
        }
        return new Table(
                "academies",
                "Conformité par académie",
                List.of("Académie", "Degré"),
                List.of("Sauvegarde et continuité", "Observation"),
                rows,
                Chart.HEAT,
                List.of());
    }

    private static Table trends() {
        return new Table(
                "evolutions",
                "Conformité d’une campagne à l’autre",
                List.of("Thème"),
                List.of("2025–2026", "2026–2027", "Écart"),
                List.of(new Row(
                        "SAU", List.of("Sauvegarde"), List.of(Cell.share(0.45), Cell.share(0.5), Cell.change(0.05)))),
                Chart.TREND,
                List.of("Sur les types présents dans les deux campagnes."));
    }

    private static List<Roles> roles(Checklist checklist) {
        return checklist.themes().stream()
                .map(Theme::code)
                .map(code -> new Roles(code, "Définit la règle", "Exploite le réseau", "Applique la consigne"))
                .toList();
    }

    private static Checklist checklist() {
        try (InputStream in =
                ContentFixture.class.getResourceAsStream("/checklist/pssi-etablissement-scolaire-1.0.0.json")) {
            ChecklistFile file = ChecklistFile.read(in.readAllBytes());
            return new Checklist(new ChecklistId(1), file.sha256(), file.document());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
