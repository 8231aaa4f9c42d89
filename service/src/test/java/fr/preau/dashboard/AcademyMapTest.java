package fr.preau.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.preau.audit.Figures;
import fr.preau.checklist.Party;
import fr.preau.kernel.UnitId;
import fr.preau.territory.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map of académies: every one of them is on it once, and what the table hides it hides too. */
class AcademyMapTest {
    private static final List<String> OVERSEAS = List.of("28", "31", "32", "33", "40", "41", "42", "43", "44");

    @Test
    void holds_every_academie_of_the_territory_by_its_shape_or_as_a_tile() throws IOException {
        List<ChildFigures> academies = academies();
        AcademyMap map = Objects.requireNonNull(AcademyMap.of(from(UnitId.NATION), academies));
        assertThat(map.rest()).isEmpty();
        assertThat(map.tiles())
                .extracting(tile -> Objects.requireNonNull(tile.unit()).code())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of("01"), OVERSEAS.stream()).toList());
        List<String> drawn = new ArrayList<>(
                map.areas().stream().map(area -> area.shape().code()).toList());
        drawn.addAll(OVERSEAS);
        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(academies.stream()
                        .map(line -> Objects.requireNonNull(line.unit()).code())
                        .toList());
    }

    @Test
    void leaves_shapes_of_which_nothing_is_counted_blank() throws IOException {
        List<ChildFigures> one = academies().stream()
                .filter(line -> "14".equals(Objects.requireNonNull(line.unit()).code()))
                .toList();
        AcademyMap map = Objects.requireNonNull(AcademyMap.of(from(UnitId.NATION), one));
        assertThat(map.areas()).hasSize(1);
        assertThat(map.rest()).hasSize(AcademyShape.ALL.size() - 1);
        assertThat(map.tiles()).isEmpty();
    }

    @Test
    void is_the_nations_alone() throws IOException {
        assertThat(AcademyMap.of(from(UnitId.region("53")), academies())).isNull();
        assertThat(AcademyMap.of(from(UnitId.NATION), List.of())).isNull();
    }

    @Test
    void hatches_what_stands_on_less_than_half_of_its_audits_or_on_none() {
        assertThat(AcademyMap.thin(line("14", 10, 5L, 0.6))).isFalse();
        assertThat(AcademyMap.thin(line("14", 11, 5L, 0.6))).isTrue();
        assertThat(AcademyMap.thin(line("14", 11, null, null))).isTrue();
        assertThat(AcademyMap.thin(line("14", 10, 10L, null))).isTrue();
    }

    private static List<ChildFigures> academies() throws IOException {
        try (InputStream in = AcademyMapTest.class.getResourceAsStream("/territory/state.json")) {
            JsonNode state = new ObjectMapper().readTree(in);
            List<ChildFigures> lines = new ArrayList<>();
            state.get("academies")
                    .forEach(academy -> lines.add(line(academy.get("code").textValue(), 10, 6L, 0.5)));
            return lines;
        }
    }

    private static ChildFigures line(String code, long expected, Long rendered, Double conformity) {
        Figures figures = new Figures(1, 1, 0, 0, 0, 0, 1.0, conformity);
        return new ChildFigures(UnitId.academy(code), code, expected, rendered, 0.5, figures, conformity == null);
    }

    private static Vantage from(UnitId unit) {
        return new Vantage(new Unit(unit, "Ici", null), List.of(), List.of(), null, true, true, true, Party.ETAT, null);
    }
}
