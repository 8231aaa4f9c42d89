package fr.preau.demo;

import org.jspecify.annotations.Nullable;

/** An answer as a bulk statement takes it: plain values, for JSON. */
record AnswerRow(
        long audit,
        String control,
        String verdict,
        @Nullable String comment,
        long author,
        String party,
        String at) {

    static AnswerRow of(RosterLine line, PlannedAnswer planned) {
        return new AnswerRow(
                line.id().value(),
                planned.control().value(),
                planned.answer().verdict().name(),
                planned.answer().comment(),
                planned.writer().person().account().value(),
                planned.writer().as().name(),
                planned.at().toString());
    }
}
