package fr.preau.web;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whoever looks at a page: the language, the person if signed in, and how figures and days read.
 *
 * <p>Every template takes it first and asks it for each word. The layer that knows the person sets it as the request's
 * {@link #PROPERTY}; without one {@link Viewers} makes an anonymous one.
 *
 * @param csrf token that every form sends back, empty when there is no session
 * @param navigation at most five links, those of the viewer's roles
 */
public record Viewer(Site site, Locale locale, @Nullable Person person, String csrf, List<Link> navigation) {
    /** Name of the request property that holds the viewer. */
    public static final String PROPERTY = "preau.viewer";

    public Viewer {
        navigation = List.copyOf(navigation);
    }

    public static Viewer anonymous(Site site, Locale locale) {
        return new Viewer(site, locale, null, "", List.of());
    }

    /** The sentence of a key; an unknown key is a fault of the program, and throws. */
    public String t(String key, Object... args) {
        return t(Message.of(key, args));
    }

    public String t(Message message) {
        return site.messages().text(locale, message);
    }

    /** The sentence of a code that may come from another version; the code itself when we have no words for it. */
    public String orCode(String prefix, String code) {
        return site.messages().keys(locale).contains(prefix + code) ? t(prefix + code) : code;
    }

    /** The name of who did something; of an account that was erased, the words for it; nothing for nobody. */
    public String name(@Nullable String name) {
        return AccountId.ERASED.equals(name) ? t("web.erased") : Objects.requireNonNullElse(name, "");
    }

    /** Language tag for {@code lang}: {@code fr} or {@code en}. */
    public String language() {
        return locale.getLanguage();
    }

    /** Whether the data are invented. */
    public boolean fictitious() {
        return site.fictitious();
    }

    /** Address of a stylesheet, script, font or picture, such as {@code "css/preau.css"}. */
    public String asset(String name) {
        return site.assets().url(name);
    }

    /** « 62 % » for 0.62; see {@link Formats#percent}. */
    public String percent(@Nullable Double ratio) {
        return formats().percent(ratio);
    }

    /** « +4,2 points » for 0.042. */
    public String points(@Nullable Double difference) {
        return formats().points(difference);
    }

    /** « 39 605 », with a narrow no-break space. */
    public String number(@Nullable Number number) {
        return formats().number(number);
    }

    /** « 1,2 Mo »; nothing for what has no size. */
    public String size(@Nullable Integer bytes) {
        return bytes == null ? "" : formats().size(bytes);
    }

    /** « 65 sur 72 »: a fraction is told in words. */
    public String outOf(long part, long whole) {
        return t("web.outOf", part, whole);
    }

    /** « Conforme : 34, Partiel : 18 »: a bar in words. */
    public String counts(StackedBar bar) {
        return bar.marks().stream()
                .map(mark -> t("web.count", t(mark.word()), bar.count(mark)))
                .collect(Collectors.joining(", "));
    }

    /** « 18 novembre 2026 ». */
    public String day(@Nullable LocalDate day) {
        return formats().day(day);
    }

    /** « 18 nov. », for lists. */
    public String shortDay(@Nullable LocalDate day) {
        return formats().shortDay(day);
    }

    /** « 18 nov. », for lists: the day it was in Paris. */
    public String shortDay(@Nullable Instant instant) {
        return formats().shortDay(instant);
    }

    /** « 18 novembre 2026, 16 h 04 », Paris time. */
    public String instant(@Nullable Instant instant) {
        return formats().instant(instant);
    }

    private Formats formats() {
        return Formats.of(locale);
    }
}
