package fr.preau.edition;

import fr.preau.access.Principal;
import fr.preau.audit.Audits;
import fr.preau.checklist.FrenchText;
import fr.preau.journal.Entry;
import fr.preau.kernel.Paris;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The schools of an AMBER livrable by name, as a table of its own section: shown whole to who sees every one of them, and
 * not at all to anybody else (docs/adr/0044).
 */
final class Rolls {
    private static final String SECTION = "etablissements";

    private final Workshop workshop;

    Rolls(Workshop workshop) {
        this.workshop = workshop;
    }

    /** What a deliverable names under its label; null when it names nobody. */
    static @Nullable Roll of(Deliverable deliverable, Snapshot snapshot) {
        return Exhibit.of(deliverable.unit(), deliverable.label()).contains(Exhibit.SCHOOLS) ? snapshot.roll() : null;
    }

    /** How many schools it names before the person: all or none. */
    int seen(Handle tx, Principal by, Deliverable deliverable) {
        return schools(tx, by, deliverable).size();
    }

    /** The same document with its schools, where the person sees them; that they were read is an entry. */
    Content with(Handle tx, Principal by, Deliverable deliverable, Content content) {
        List<FrozenSchool> schools = schools(tx, by, deliverable);
        if (schools.isEmpty()) {
            return content;
        }
        workshop.journal.recordReading(tx, Entry.of(by, "deliverable.schoolsRead", deliverable.object()));
        return content.with(
                new Section(SECTION, workshop.frame.words().t("edition.section.SCHOOLS"), List.of(), List.of(id())),
                table(content, schools));
    }

    private List<FrozenSchool> schools(Handle tx, Principal by, Deliverable deliverable) {
        Roll roll = of(deliverable, Composition.find(tx, deliverable));
        if (roll == null) {
            return List.of();
        }
        List<FrozenSchool> seen =
                tx.attach(RollSql.class).schools(deliverable.snapshot(), Audits.named(by), Paris.today(workshop.clock));
        return roll.equals(Roll.of(seen)) ? seen : List.of();
    }

    private Table table(Content content, List<FrozenSchool> schools) {
        List<String> notes = new ArrayList<>(List.of(t("edition.schools.note"), t("edition.schools.kept")));
        notes.add(content.checklist().themes().stream()
                .map(theme -> workshop.frame.words().t("edition.code", theme.code(), FrenchText.typeset(theme.title())))
                .collect(Collectors.joining(" · ")));
        return new Table(
                id(),
                t("edition.table.SCHOOLS"),
                List.of(t("edition.school"), t("edition.uai")),
                List.of(
                        t("edition.type"),
                        t("edition.commune"),
                        t("edition.audit"),
                        t("edition.coverage"),
                        t("edition.conformity"),
                        t("edition.socle"),
                        t("edition.weakest")),
                // By name, never by figure: it is no league table.
                schools.stream()
                        .sorted(Comparator.comparing(FrozenSchool::name, Collator.getInstance(Locale.FRENCH)::compare)
                                .thenComparing(FrozenSchool::commune)
                                .thenComparing(school -> school.uai().value()))
                        .map(this::row)
                        .toList(),
                Chart.NONE,
                notes);
    }

    private Row row(FrozenSchool school) {
        return new Row(
                school.uai().value(),
                List.of(school.name(), school.uai().value()),
                List.of(
                        Cell.text(t("checklist.type." + school.schoolType())),
                        Cell.text(school.commune()),
                        Cell.text(t("mark." + school.state())),
                        Cell.share(school.coverage()),
                        Cell.share(school.conformity()),
                        Cell.share(school.baseConformity()),
                        school.weakest().isEmpty() ? Cell.nothing() : Cell.text(school.weakest())));
    }

    private String t(String key) {
        return workshop.frame.words().t(key);
    }

    private static String id() {
        return Exhibit.SCHOOLS.id();
    }
}
