package fr.preau.press;

import static fr.preau.checklist.FrenchText.typeset;

import fr.preau.checklist.Control;
import fr.preau.checklist.Roles;
import fr.preau.checklist.Theme;
import fr.preau.edition.Block;
import fr.preau.edition.Section;
import fr.preau.edition.Table;
import fr.preau.workbook.SteadyZip;
import fr.preau.workbook.Xml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The document for a word processor, with real styles and a table of contents, to be taken up in one's own documents. */
final class OdtDocument {
    static final String TYPE = "application/vnd.oasis.opendocument.text";

    private final Printed page;
    private final Xml xml;
    private final OdtText text;

    private OdtDocument(Printed page, Xml xml) {
        this.page = page;
        this.xml = xml;
        text = new OdtText(xml);
    }

    static byte[] write(Printed page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            SteadyZip zip = new SteadyZip(out);
            zip.stored("mimetype", TYPE.getBytes(StandardCharsets.US_ASCII));
            Xml content = new Xml(zip.begin("content.xml"));
            new OdtDocument(page, content).content();
            content.end();
            zip.end();
            OdtParts.write(zip, page);
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("can't happen: all is in memory", e);
        }
        return out.toByteArray();
    }

    private void content() throws IOException {
        OdtParts.beginContent(xml);
        cover();
        contents();
        for (Section section : page.content().sections()) {
            text.section(page.shape(section), section.heading(), section.id());
            for (Block block : section.body()) {
                text.block(block);
            }
            for (Table table : page.tables(section)) {
                text.table(table);
            }
        }
        for (Part annex : page.annexes()) {
            annex(annex);
        }
        OdtParts.endContent(xml);
    }

    private void cover() throws IOException {
        text.paragraph("Label", page.imprint().label().text());
        text.paragraph("Subtitle", page.imprint().perimeter());
        text.paragraph("Title", page.imprint().title());
        text.paragraph("Subtitle", page.foot());
        if (page.imprint().changes() != null) {
            text.paragraph("Text_20_body", "Ce qui change. " + page.imprint().changes());
        }
        for (var source : page.content().sources()) {
            text.paragraph(
                    "Text_20_body",
                    "Campagne " + source.campaign() + ", du " + page.day(source.opensOn()) + " au "
                            + page.day(source.closesOn()) + "\u00a0: " + page.number(source.rendered())
                            + " audits rendus sur " + page.number(source.expected()) + " attendus.");
        }
        for (var signature : page.imprint().signatures()) {
            text.paragraph("Text_20_body", "Approuvé. " + page.signed(signature));
        }
        text.paragraph("Text_20_body", page.rule());
        if (page.content().fictitious()) {
            text.paragraph("Warning", "Données fictives");
        }
        text.paragraph("Note", "Vérifier\u00a0: " + page.proof());
        text.paragraph("Note", "Dossier SHA-256 " + page.content().sha256());
    }

    private void contents() throws IOException {
        List<String> headings = new ArrayList<>();
        page.parts().forEach(part -> headings.add(part.heading()));
        OdtParts.contents(xml, headings);
    }

    private void annex(Part annex) throws IOException {
        text.section("section", annex.heading(), annex.id());
        switch (annex.id()) {
            case "annexe-methode" -> {
                for (Block block : page.content().method()) {
                    text.block(block);
                }
            }
            case "annexe-roles" -> roles();
            case "annexe-mesures" -> controls();
            default -> sheet();
        }
    }

    private void roles() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Roles roles : page.content().roles()) {
            rows.add(List.of(
                    typeset(page.theme(roles.theme())),
                    typeset(roles.state()),
                    typeset(roles.collectivity()),
                    typeset(roles.establishment())));
        }
        text.grid("roles", List.of(20, 20, 20, 20), List.of("Thème", "État", "Collectivité", "Établissement"), rows);
    }

    private void controls() throws IOException {
        for (Theme theme : page.themes()) {
            text.heading(2, typeset(theme.title()), "theme-" + theme.code());
            for (Control control : page.controls(theme)) {
                text.heading(
                        3,
                        control.code().value() + " · " + typeset(control.title()),
                        control.code().value());
                text.paragraph("Text_20_body", typeset(control.requirement()));
                text.paragraph("Text_20_body", "Conseil. " + typeset(control.advice()));
                text.paragraph("Note", page.level(control) + " · " + page.party(control));
            }
        }
    }

    private void sheet() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Theme theme : page.themes()) {
            for (Control control : page.controls(theme)) {
                rows.add(List.of(control.code().value(), typeset(control.title()), "□ C  □ P  □ N  □ A  □ ?"));
            }
        }
        text.grid("fiche", List.of(8, 40, 20), List.of("Code", "Mesure", "Réponse"), rows);
    }
}
