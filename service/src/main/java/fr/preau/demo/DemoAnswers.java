package fr.preau.demo;

import fr.preau.audit.NewAnswer;
import fr.preau.campaign.AskedControl;
import fr.preau.checklist.Party;
import fr.preau.checklist.Verdict;
import fr.preau.demo.AnswerBook.Inapplicable;
import fr.preau.demo.AnswerBook.ThemeNotes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Invents plausible answers. Each control has a chance to be held that depends on its theme, its level, the type of
 * school, the collectivity (whose schools resemble each other) and the school; from one year to the next it grows, and
 * the same draw decides, so that a school progresses and rarely falls back.
 */
final class DemoAnswers {
    private static final double BASE = 0.49;
    private static final double OF_COLLECTIVITY = 0.07;
    private static final double OF_CONTROL_THERE = 0.16;
    private static final double OF_SCHOOL = 0.14;
    private static final double PROGRESS = 0.06;
    private static final double LEAST = 0.06;
    private static final double MOST = 0.95;
    /** Of the answers that are not « conforme ». */
    private static final double PARTIAL = 0.48;

    private static final double UNKNOWN = 0.12;
    private static final double UNKNOWN_WHERE_WEAK = 0.20;
    private static final double WEAK_THEME = -0.15;
    private static final double COMMENTED = 0.42;
    private static final double LEFT_BLANK = 0.09;

    private final AnswerBook book;
    private final boolean secondYear;
    private final String salt;

    /** @param salt makes other draws of the same schools; empty for the demonstration */
    DemoAnswers(AnswerBook book, boolean secondYear, String salt) {
        this.book = book;
        this.secondYear = secondYear;
        this.salt = salt;
    }

    /** Whether a complete audit answers it: what its submission doesn't need is at times left blank. */
    boolean answered(RosterLine school, AskedControl asked) {
        boolean needed = school.collectivity() == null
                ? asked.party() != Party.ETABLISSEMENT
                : asked.party() == Party.COLLECTIVITE || asked.party() == Party.PARTAGE;
        return needed || roll("blank", school, asked) >= LEFT_BLANK;
    }

    NewAnswer answer(RosterLine school, AskedControl asked) {
        Optional<Inapplicable> reason = book.inapplicable().stream()
                .filter(one -> one.control().equals(asked.control().value()))
                .filter(one -> roll("inapplicable", school, asked) < one.share())
                .findFirst();
        if (reason.isPresent()) {
            return new NewAnswer(Verdict.NON_APPLICABLE, reason.get().reason());
        }
        Verdict verdict = verdict(school, asked);
        return new NewAnswer(verdict, comment(school, asked, verdict));
    }

    private Verdict verdict(RosterLine school, AskedControl asked) {
        double held = held(school, asked);
        double draw = roll("answer", school, asked);
        if (draw < held) {
            return Verdict.CONFORME;
        }
        boolean weak = book.theme(asked.theme()).bias() < WEAK_THEME;
        if (roll("unknown", school, asked) < (weak ? UNKNOWN_WHERE_WEAK : UNKNOWN)) {
            return Verdict.NE_SAIT_PAS;
        }
        return (draw - held) / (1 - held) < PARTIAL ? Verdict.PARTIEL : Verdict.NON_CONFORME;
    }

    /** The chance that the control is held. */
    private double held(RosterLine school, AskedControl asked) {
        String control = asked.control().value();
        String owner = Objects.requireNonNullElse(school.collectivity(), "state");
        double chance = BASE
                + book.theme(asked.theme()).bias()
                + book.controls().getOrDefault(control, 0.0)
                + book.types().getOrDefault(school.schoolType().name(), 0.0)
                + book.levels().getOrDefault(Integer.toString(asked.level()), 0.0)
                + OF_COLLECTIVITY * Dice.spread("owner" + salt, owner)
                + OF_CONTROL_THERE * Dice.spread("owner" + salt, owner, control)
                + OF_SCHOOL * Dice.spread("school" + salt, school.uai().value())
                + (secondYear ? PROGRESS : 0);
        return Math.min(MOST, Math.max(LEAST, chance));
    }

    private @Nullable String comment(RosterLine school, AskedControl asked, Verdict verdict) {
        ThemeNotes notes = book.theme(asked.theme());
        List<String> said = switch (verdict) {
            case PARTIEL -> notes.partial();
            case NON_CONFORME -> notes.failing();
            case NE_SAIT_PAS -> book.unknown();
            case CONFORME, NON_APPLICABLE -> List.of();
        };
        if (said.isEmpty() || roll("commented", school, asked) >= COMMENTED) {
            return null;
        }
        return said.get((int) (roll("comment", school, asked) * said.size()));
    }

    private double roll(String what, RosterLine school, AskedControl asked) {
        return Dice.roll(what + salt, school.uai().value(), asked.control().value());
    }
}
