package fr.preau.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a format reads is right when it exists. */
class ContentTest {
    @Test
    void a_content_keeps_its_order_and_its_day_in_paris() {
        Content content = ContentFixture.published(Label.CLEAR);
        assertThat(content.tables()).extracting(Table::id).containsExactly("types", "academies", "evolutions");
        assertThat(content.frozenOn()).isEqualTo(LocalDate.of(2027, 2, 24));
        assertThat(content).isEqualTo(ContentFixture.published(Label.CLEAR));
        assertThat(ContentFixture.draft().imprint().number()).isNull();
        assertThatThrownBy(() -> content.sections().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_cell_holds_the_value_of_its_kind_alone() {
        refused(() -> new Cell(Cell.Kind.NUMBER, null, 0.5, null, null));
        refused(() -> new Cell(Cell.Kind.HIDDEN, 3L, null, null, Hidden.FEW_SCHOOLS));
        refused(() -> Cell.share(1.01));
        refused(() -> Cell.share(-0.01));
        assertThat(Cell.change(-0.4).share()).isEqualTo(-0.4);
        assertThat(Cell.share(null)).isEqualTo(Cell.nothing());
    }

    @Test
    void a_table_has_rows_as_wide_as_its_heads_and_told_apart_by_key() {
        Row row = new Row("a", List.of("Rennes"), List.of(Cell.number(1)));
        refused(() -> table("t", List.of(row, row)));
        refused(() -> table("t", List.of(new Row("a", List.of(), List.of(Cell.number(1))))));
        refused(() -> table("../t", List.of(row)));
        assertThat(table("t", List.of(row, new Row("b", row.heads(), row.cells())))
                        .rows())
                .hasSize(2);
    }

    @Test
    void every_table_stands_in_one_section() {
        Content content = ContentFixture.draft();
        Table stray = table("stray", List.of());
        refused(() -> new Content(
                content.imprint(),
                content.frozenAt(),
                content.sha256(),
                true,
                content.sources(),
                content.checklist(),
                content.roles(),
                content.sections(),
                List.of(stray),
                content.method()));
    }

    @Test
    void a_text_has_no_other_links_than_https_and_mail() {
        for (String href :
                List.of("javascript:alert(1)", "http://127.0.0.1/", "file:///etc/passwd", "https://a b", "/x")) {
            refused(() -> new Span("x", false, false, href));
        }
        refused(() -> Block.heading(1, List.of()));
        refused(() -> Block.of(Block.Kind.BULLETS, List.of(Block.paragraph(List.of()))));
        refused(() -> Block.of(Block.Kind.QUOTE, List.of(Block.of(Block.Kind.ITEM, List.of()))));
    }

    @Test
    void labels_go_from_the_widest_circle_to_the_narrowest() {
        assertThat(Label.CLEAR.lowerThan(Label.GREEN)).isTrue();
        assertThat(Label.AMBER.allows(Label.GREEN)).isTrue();
        assertThat(Label.GREEN.allows(Label.AMBER_STRICT)).isFalse();
        assertThat(Label.AMBER_STRICT.text()).isEqualTo("TLP:AMBER+STRICT");
    }

    private static Table table(String id, List<Row> rows) {
        return new Table(id, "t", List.of("Unité"), List.of("Nombre"), rows, Chart.NONE, List.of());
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOf(IllegalArgumentException.class);
    }
}
