package fr.preau.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files that are not what they seem: refused in words, without opening anything else and without filling the memory. */
class HostileFileTest {
    private static final String SHEET =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                    + "<sheetData><row r=\"1\">%s</row></sheetData></worksheet>";
    private static final String[] AROUND = {
        "xl/workbook.xml",
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                + "<sheet name=\"Feuille\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"x\"><Relationship Id=\"r1\" Target=\"/xl/worksheets/sheet1.xml\"/></Relationships>"
    };
    private static final String ODS = "<office:document-content"
            + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>"
            + "<table:table table:name=\"Feuille\">%s</table:table></office:spreadsheet></office:body>"
            + "</office:document-content>";

    @Test
    void stops_unpacking_where_the_budget_ends_whatever_the_file_says() {
        byte[] bomb = Books.zip("content.xml", ODS.formatted(" ".repeat(5_000_000)));
        assertThat(bomb.length).isLessThan(20_000);
        refused("workbook.file.tooLarge", () -> Books.rows(bomb, 1_000_000));
        byte[] cell = Books.zip("content.xml", ods("x".repeat(50_000)));
        refused("workbook.file.tooLarge", () -> Books.rows(cell));
    }

    @Test
    void follows_no_repetition_beyond_what_we_write() {
        String row = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell"
                + " table:number-columns-repeated=\"2147483647\" office:value-type=\"string\"><text:p>x</text:p>"
                + "</table:table-cell></table:table-row>";
        assertThat(Books.rows(Books.zip("content.xml", ODS.formatted(row)))).isEmpty();
        String spaces = "<text:s text:c=\"2147483647\"/>";
        refused("workbook.file.tooLarge", () -> Books.rows(Books.zip("content.xml", ods("a" + spaces + spaces + "b"))));
    }

    @Test
    void opens_nothing_that_a_document_type_names() {
        String type = "<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/passwd\">%s]>";
        for (String entities : List.of("", "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">")) {
            byte[] ods = Books.zip("content.xml", type.formatted(entities) + ods("&secret;"));
            byte[] laughs = Books.zip("content.xml", type.formatted(entities) + ods("&b;"));
            refused("workbook.file.unreadable", () -> Books.rows(ods));
            refused("workbook.file.unreadable", () -> Books.rows(laughs));
        }
    }

    @Test
    void reads_what_spreadsheets_save_texts_shared_inline_and_in_runs_numbers_and_days() {
        byte[] excel = Books.zip(
                AROUND[0],
                AROUND[1],
                AROUND[2],
                AROUND[3],
                "xl/sharedStrings.xml",
                "<sst><si><t>Un</t></si><si><r><t xml:space=\"preserve\">De</t></r><rPh><t>ni</t></rPh><r><t>ux</t></r></si></sst>",
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd\\/mm\\/yyyy\"/></numFmts><cellStyleXfs><xf"
                        + " numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf"
                        + " numFmtId=\"170\"/></cellXfs></styleSheet>",
                "xl/worksheets/sheet1.xml",
                SHEET.formatted("<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                        + "<c r=\"D1\"><v>12</v></c><c r=\"E1\"><v>3.50</v></c><c r=\"F1\" s=\"1\"><v>46093</v></c>"
                        + "<c r=\"G1\" s=\"2\"><v>46093.5</v></c><c r=\"H1\" t=\"b\"><v>1</v></c>"
                        + "<c r=\"I1\" t=\"str\"><f>1+1</f><v>2</v></c><c r=\"J1\" t=\"e\"><v>#REF!</v></c>"
                        + "<c r=\"K1\" t=\"inlineStr\"><is><t>a_x000D_b_x005F_x0041_</t></is></c>"
                        + "<c r=\"L1\"><v>1E+400</v></c>"));
        assertThat(Books.rows(excel))
                .containsExactly(List.of(
                        "Un",
                        "Deux",
                        "",
                        "12",
                        "3,5",
                        "12/03/2026",
                        "12/03/2026 12:00",
                        "VRAI",
                        "2",
                        "#REF!",
                        "a\rb_x0041_",
                        "1E+400"));
    }

    @Test
    void reads_what_libreoffice_saves_repeated_covered_spanned_annotated() {
        String row = "<table:table-header-rows><table:table-row><table:table-cell office:value-type=\"float\""
                + " office:value=\"12.5\"><text:p>12,5</text:p></table:table-cell><table:table-cell"
                + " table:number-columns-spanned=\"2\"><office:annotation><text:p>note</text:p></office:annotation><text:p>a"
                + "<text:s text:c=\"2\"/>b<text:tab/><text:span>c</text:span><text:line-break/>d</text:p><text:p>e</text:p>"
                + "</table:table-cell><table:covered-table-cell/><table:table-cell table:number-columns-repeated=\"2\">"
                + "<text:p>x</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"16000\"/>"
                + "</table:table-row></table:table-header-rows><table:table-row"
                + " table:number-rows-repeated=\"1048575\"><table:table-cell"
                + " table:number-columns-repeated=\"16384\"/></table:table-row>";
        assertThat(Books.rows(Books.zip("content.xml", ODS.formatted(row))))
                .containsExactly(List.of("12,5", "a  b\tc\nd\ne", "", "x", "x"));
    }

    @Test
    void refuses_every_damaged_file_in_words() {
        byte[] whole = Books.of(Format.XLSX, List.of(List.of(Box.of("x", Style.TEXT))));
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            for (int hit = 0; hit < 1 + i % 5; hit++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                Books.rows(damaged);
            } catch (Refusal refusal) {
                assertThat(refusal.problem()).isInstanceOf(Problem.Invalid.class);
            }
        }
    }

    private static String ods(String text) {
        return ODS.formatted("<table:table-row><table:table-cell office:value-type=\"string\"><text:p>" + text
                + "</text:p></table:table-cell></table:table-row>");
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().message().key()).isEqualTo(key));
    }
}
