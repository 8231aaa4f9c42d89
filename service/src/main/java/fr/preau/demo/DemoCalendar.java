package fr.preau.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/**
 * The days of both campaigns, counted from the day on which the demonstration is made: the running one opened five weeks
 * ago and has nine to go, the closed one ran a year before.
 *
 * @param opensOn Monday on which the running campaign opened
 */
record DemoCalendar(LocalDate opensOn) {
    private static final int WEEKS_OPEN = 5;
    private static final int WEEKS_IN_ALL = 14;
    private static final int WEEKS_BETWEEN = 52;
    /** When the territory and its people were entered: before anything else. */
    private static final int WEEKS_BEFORE = 8;

    /**
     * The days of one audit's life, in order, all of them working days in the past.
     *
     * @param started first answer
     * @param read day on which its reviewer first opens it
     */
    record Life(LocalDate started, LocalDate submitted, LocalDate read, LocalDate judged) {}

    static DemoCalendar of(LocalDate today) {
        return new DemoCalendar(today.minusWeeks(WEEKS_OPEN).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    LocalDate closesOn() {
        return opensOn.plusWeeks(WEEKS_IN_ALL).with(DayOfWeek.FRIDAY);
    }

    /** The same days a year before. */
    DemoCalendar previous() {
        return new DemoCalendar(opensOn.minusWeeks(WEEKS_BETWEEN));
    }

    LocalDate beginning() {
        return previous().opensOn.minusWeeks(WEEKS_BEFORE);
    }

    /** « 2026–2027 »: the school year in which the campaign closes. */
    String name() {
        return name(0);
    }

    /** The name of the campaign that ran so many years before. */
    String name(int yearsBefore) {
        LocalDate close = closesOn();
        int first = close.getMonth().getValue() >= Month.SEPTEMBER.getValue() ? close.getYear() : close.getYear() - 1;
        return "%d–%d".formatted(first - yearsBefore, first - yearsBefore + 1);
    }

    /** The life of a school's audit; it ends at most 32 days after the opening, so in the past of a running campaign. */
    Life life(String school) {
        LocalDate started = opensOn.plusDays(Dice.below(14, "started", school));
        LocalDate submitted = started.plusDays(4 + Dice.below(6, "submitted", school));
        LocalDate read = submitted.plusDays(3 + Dice.below(2, "read", school));
        LocalDate judged = read.plusDays(Dice.below(4, "judged", school));
        return new Life(working(started), working(submitted), working(read), working(judged));
    }

    static LocalDate working(LocalDate day) {
        DayOfWeek name = day.getDayOfWeek();
        boolean weekend = name == DayOfWeek.SATURDAY || name == DayOfWeek.SUNDAY;
        return weekend ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
    }
}
