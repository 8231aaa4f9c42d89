package fr.preau.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SirenTest {

    @Test
    void takes_right_keys_also_those_of_la_poste() {
        assertThat(List.of(
                        "21200041800047",
                        "19770934800019",
                        "20009522200010",
                        "19040492100016",
                        "20005374200017",
                        "22930008201453",
                        "35600000049837",
                        "212000418",
                        "200046977",
                        "356000000"))
                .allMatch(Siren::isRight);
    }

    @Test
    void refuses_wrong_keys_and_forms() {
        assertThat(List.of(
                        "21200041800048",
                        "19770934800018",
                        "35600000049838",
                        "1977093480001",
                        "1977093480001A",
                        "212000419",
                        "123456789",
                        ""))
                .noneMatch(Siren::isRight);
    }
}
