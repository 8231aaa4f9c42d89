package fr.preau.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Markdown becomes blocks of plain text; nothing of it is markup afterwards. */
class ProseTest {
    @Test
    void inserts_figures_wherever_text_stands_and_names_those_it_does_not_know() {
        Prose prose =
                Prose.read("# {{a}}\n\n**{{ a }}** et {{b.c-1}}, {{x}} {{x}}", Map.of("a", "62 %", "b.c-1", "*3*"));
        assertThat(prose.unknown()).containsExactly("x");
        assertThat(prose.blocks())
                .containsExactly(
                        Block.heading(3, List.of(Span.plain("62 %"))),
                        Block.paragraph(
                                List.of(new Span("62 %", true, false, null), Span.plain(" et *3*, {{x}} {{x}}"))));
    }

    @Test
    void html_images_and_foreign_links_are_text() {
        Prose prose = Prose.read(
                "<script>alert(1)</script>\n\n<b>gras</b> ![vue](http://127.0.0.1/x) [ici](javascript:alert(1))"
                        + " [là](https://exemple.invalid/a)",
                Map.of());
        assertThat(prose.blocks().get(0).spans()).containsExactly(Span.plain("<script>alert(1)</script>"));
        assertThat(prose.blocks().get(1).spans())
                .containsExactly(
                        Span.plain("<b>gras</b> vue ici "), new Span("là", false, false, "https://exemple.invalid/a"));
    }

    @Test
    void lists_and_quotations_keep_their_shape() {
        Prose prose = Prose.read("- un\n- deux\n\n1. trois\n\n> quatre\n\n```\ncinq\n```", Map.of());
        assertThat(prose.blocks())
                .extracting(Block::kind)
                .containsExactly(Block.Kind.BULLETS, Block.Kind.NUMBERS, Block.Kind.QUOTE, Block.Kind.PARAGRAPH);
    }

    @Test
    void is_read_to_its_end_however_deep_it_goes() {
        for (String one : List.of(">", "*a ", "- ", "[", "**a")) {
            assertThat(Prose.read(one.repeat(20_000 / one.length()), Map.of()).unknown())
                    .as(one)
                    .isEmpty();
        }
    }
}
