package fr.preau.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.demo.DemoCalendar.Life;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoCalendarTest {
    @Test
    void tells_lives_that_are_over_on_whichever_day_it_is_made() {
        LocalDate first = LocalDate.of(2026, 11, 23);
        first.datesUntil(first.plusDays(400)).forEach(today -> {
            DemoCalendar calendar = DemoCalendar.of(today);
            assertThat(calendar.opensOn().plusDays(32)).isBefore(today);
            assertThat(calendar.closesOn()).isAfter(today.plusDays(30));
            assertThat(calendar.previous().closesOn()).isBefore(today);
            assertThat(calendar.name()).isNotEqualTo(calendar.name(1));
        });
    }

    @Test
    void takes_an_audit_through_its_days_in_order_and_never_on_a_weekend() {
        DemoCalendar calendar = DemoCalendar.of(LocalDate.of(2026, 11, 23));
        for (DemoSchool school : DemoTerritory.get().schools()) {
            Life life = calendar.life(school.uai().value());
            List<LocalDate> days = List.of(life.started(), life.submitted(), life.read(), life.judged());
            assertThat(days).isSorted().allMatch(day -> day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue());
            assertThat(life.started().plusDays(1)).isBefore(life.submitted());
            assertThat(life.judged()).isBefore(calendar.opensOn().plusDays(33));
        }
    }

    @Test
    void names_campaigns_by_their_school_years() {
        DemoCalendar calendar = DemoCalendar.of(LocalDate.of(2026, 11, 23));
        assertThat(calendar.name()).isEqualTo("2026–2027");
        assertThat(calendar.name(1)).isEqualTo("2025–2026");
        assertThat(calendar.opensOn()).isEqualTo("2026-10-19");
        assertThat(calendar.closesOn()).isEqualTo("2027-01-29");
    }
}
