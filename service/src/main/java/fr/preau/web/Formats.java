package fr.preau.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How figures, days and instants read in one language, the same on a page, in a PDF and in a terminal.
 *
 * <p>What is not known or not counted is « — », never 0. Not for files that a program reads: those take plain numbers
 * and ISO days.
 */
public final class Formats {
    /** What stands for a figure or a day that there is not. */
    public static final String NOTHING = "—";

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final Formats FRENCH = new Formats(Messages.FRENCH);
    private static final Formats ENGLISH = new Formats(Messages.ENGLISH);

    private final Locale locale;
    private final DateTimeFormatter monthAndYear;
    private final DateTimeFormatter month;

    private Formats(Locale locale) {
        this.locale = locale;
        this.monthAndYear = DateTimeFormatter.ofPattern("MMMM uuuu", locale);
        this.month = DateTimeFormatter.ofPattern("MMM", locale);
    }

    /** The formats of a language; French for any but English. */
    public static Formats of(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : FRENCH;
    }

    /**
     * A share as a percentage: whole from 10 % on, one decimal below.
     *
     * <p>100 % is said of the whole only and 0 % of nothing only: 0.999 reads 99 %, 0.0001 reads 0,1 %.
     *
     * @param ratio 1 is the whole; null when nothing is counted
     */
    public String percent(@Nullable Double ratio) {
        if (ratio == null) {
            return NOTHING;
        }
        BigDecimal exact = BigDecimal.valueOf(ratio).movePointRight(2);
        return decimal(rounded(exact)) + (french() ? "\u00a0%" : "%");
    }

    private static BigDecimal rounded(BigDecimal exact) {
        BigDecimal whole = exact.setScale(0, RoundingMode.HALF_UP);
        BigDecimal hundred = BigDecimal.valueOf(100);
        if (exact.compareTo(hundred) < 0 && whole.compareTo(hundred) == 0) {
            return BigDecimal.valueOf(99);
        }
        if (exact.compareTo(TEN) >= 0 || exact.signum() <= 0) {
            return whole;
        }
        return exact.setScale(1, RoundingMode.HALF_UP).max(new BigDecimal("0.1"));
    }

    /** A difference of two shares, always signed and to one decimal: {@code 0.042} is « +4,2 points ». */
    public String points(@Nullable Double difference) {
        if (difference == null) {
            return NOTHING;
        }
        BigDecimal points = BigDecimal.valueOf(difference).movePointRight(2).setScale(1, RoundingMode.HALF_UP);
        String sign = points.signum() > 0 ? "+" : points.signum() < 0 ? "−" : "";
        BigDecimal size = points.abs();
        boolean one = french() ? size.compareTo(BigDecimal.valueOf(2)) < 0 : size.compareTo(BigDecimal.ONE) == 0;
        return sign + decimal(size) + "\u00a0" + (one ? "point" : "points");
    }

    /** « 39 605 » in French, with U+202F; 39,605 in English. */
    public String number(@Nullable Number number) {
        return number == null ? NOTHING : NumberFormat.getNumberInstance(locale).format(number);
    }

    /** « 340 ko », « 1,2 Mo »: a file's size, never 0. */
    public String size(long bytes) {
        String unit = french() ? "o" : "B";
        if (bytes < 1024 * 1024) {
            return number(Math.max(1, Math.round(bytes / 1024.0))) + "\u00a0k" + unit;
        }
        return decimal(BigDecimal.valueOf(bytes / 1024.0 / 1024.0)) + "\u00a0M" + unit;
    }

    /** « 18 novembre 2026 »; the first of a month is « 1er ». */
    public String day(@Nullable LocalDate day) {
        return day == null ? NOTHING : dayOfMonth(day) + "\u00a0" + monthAndYear.format(day);
    }

    /** « 18 nov. », where the year goes without saying. */
    public String shortDay(@Nullable LocalDate day) {
        return day == null ? NOTHING : dayOfMonth(day) + "\u00a0" + month.format(day);
    }

    /** « 18 nov. »: the day that it was in Paris. */
    public String shortDay(@Nullable Instant instant) {
        return shortDay(instant == null ? null : instant.atZone(PARIS).toLocalDate());
    }

    /** « 18 novembre 2026, 16 h 04 », Paris time. */
    public String instant(@Nullable Instant instant) {
        if (instant == null) {
            return NOTHING;
        }
        ZonedDateTime there = instant.atZone(PARIS);
        return day(there.toLocalDate()) + ", " + time(there.getHour(), there.getMinute());
    }

    private String time(int hour, int minute) {
        if (!french()) {
            return String.format(Locale.ROOT, "%02d:%02d", hour, minute);
        }
        String minutes = minute == 0 ? "" : String.format(Locale.ROOT, "\u00a0%02d", minute);
        return hour + "\u00a0h" + minutes;
    }

    private String dayOfMonth(LocalDate day) {
        return french() && day.getDayOfMonth() == 1 ? "1er" : Integer.toString(day.getDayOfMonth());
    }

    private String decimal(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    private boolean french() {
        return this == FRENCH;
    }
}
