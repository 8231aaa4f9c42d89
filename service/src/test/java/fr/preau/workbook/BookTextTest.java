package fr.preau.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.kernel.FreeText;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever text an answer may hold comes back from both formats as it was. */
class BookTextTest {
    private static final List<String> HOSTILE = List.of(
            "=1+1",
            "=cmd|' /C calc'!A0",
            "+33 1 23 45 67 89",
            "-12,5",
            "@SUM(A1)",
            "\t=1+1",
            " =1+1",
            "＝1+1",
            "＋1",
            "－1",
            "＠x",
            "'=1+1",
            "0123",
            "1e5",
            "12/03/2026",
            "VRAI",
            "_x000D_",
            "_x0041_b",
            "_x005F_x000D_",
            "<b>&amp;</b> ]]> \"'",
            "a  b   c",
            "fin ",
            "une\nligne\n\n  puis\tune autre\t",
            "\u00a0\u202f« » œ",
            "😀 \u202e abc",
            "{{7*7}} ${x}");

    @ParameterizedTest
    @EnumSource(Format.class)
    void defect_12_gives_back_what_would_begin_a_formula_as_it_was_and_as_text(Format format) {
        List<List<Box>> rows = HOSTILE.stream()
                .map(text -> List.of(Box.of("x", Style.SCHOOL), Box.of(text, Style.COMMENT)))
                .toList();
        byte[] file = Books.of(format, rows);
        assertThat(Books.rows(file)).extracting(row -> row.get(1)).containsExactlyElementsOf(HOSTILE);
        assertThat(new String(Zipped.all(file))).doesNotContain("<f>", "table:formula", "t=\"str\"");
    }

    @Property(tries = 300)
    void brings_every_text_back(@ForAll("texts") String text, @ForAll Format format) {
        byte[] file = Books.of(format, List.of(List.of(Box.of("x", Style.SCHOOL), Box.of(text, Style.COMMENT))));
        assertThat(Books.rows(file)).containsExactly(text.isEmpty() ? List.of("x") : List.of("x", text));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> bits = Arbitraries.oneOf(
                Arbitraries.of(HOSTILE),
                Arbitraries.of(" ", "\t", "\n", "_", "x", "=", "_x00", "<", "&", ";", "]]>"),
                Arbitraries.strings().ofMaxLength(6));
        return bits.list().ofMaxSize(8).map(all -> String.join("", all)).filter(text -> !FreeText.holdsInvisible(text));
    }
}
