package fr.preau.demo;

import fr.preau.audit.AuditState;
import fr.preau.campaign.AskedControl;
import fr.preau.checklist.Party;
import fr.preau.checklist.SchoolType;
import fr.preau.demo.DemoCalendar.Life;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.ControlCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answers of one department's audits as COPY takes them, with who wrote and where each audit stands. */
final class CountryBatch {
    private final CampaignId campaign;
    private final DemoSheets sheets;
    private final CountryStates states;
    private final DemoCalendar calendar;
    private final Cast cast;
    private final Map<SchoolType, Map<ControlCode, Party>> parties = new HashMap<>();
    private final List<JudgedRow> judged = new ArrayList<>();
    private final StringBuilder answers = new StringBuilder();
    private final StringBuilder writers = new StringBuilder();
    private int count;

    CountryBatch(CampaignId campaign, DemoSheets sheets, CountryStates states, DemoCalendar calendar, Cast cast) {
        this.campaign = campaign;
        this.cast = cast;
        this.sheets = sheets;
        this.states = states;
        this.calendar = calendar;
        sheets.asked()
                .forEach((type, controls) -> parties.put(
                        type, controls.stream().collect(Collectors.toMap(AskedControl::control, AskedControl::party))));
    }

    void add(RosterLine line) {
        AuditState state = states.of(line);
        Life life = calendar.life(line.uai().value());
        if (state != AuditState.TO_DO) {
            judged.add(JudgedRow.of(line, state, life, cast));
        }
        if (state == AuditState.REMOVED) {
            return;
        }
        Map<ControlCode, Party> fallsTo = parties.getOrDefault(line.schoolType(), Map.of());
        Set<String> wrote = new LinkedHashSet<>();
        for (PlannedAnswer planned : sheets.sheet(line, state, life, List.of())) {
            answer(line, planned);
            wrote.add(planned.writer().person().account() + "\t" + fallsTo.get(planned.control()));
        }
        wrote.forEach(who -> writers.append(line.id()).append('\t').append(who).append('\n'));
    }

    int count() {
        return count;
    }

    List<JudgedRow> judged() {
        return judged;
    }

    /** Rows of {@code answer (campaign, audit, control, verdict, comment, version, author, party, at)}. */
    byte[] answers() {
        return answers.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Rows of {@code audit_writer (audit, account, party)}. */
    byte[] writers() {
        return writers.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void answer(RosterLine line, PlannedAnswer planned) {
        answers.append(campaign).append('\t');
        answers.append(line.id()).append('\t');
        answers.append(planned.control().value()).append('\t');
        answers.append(planned.answer().verdict().name()).append('\t');
        answers.append(orNull(planned.answer().comment())).append("\t1\t");
        answers.append(planned.writer().person().account()).append('\t');
        answers.append(planned.writer().as().name()).append('\t');
        answers.append(planned.at()).append('\n');
        count++;
    }

    /** The invented comments hold neither tab nor backslash. */
    private static String orNull(@Nullable String text) {
        return text == null ? "\\N" : text;
    }
}
