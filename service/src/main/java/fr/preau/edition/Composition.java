package fr.preau.edition;

import fr.preau.checklist.Checklist;
import fr.preau.checklist.Roles;
import fr.preau.checklist.SchoolType;
import fr.preau.checklist.Theme;
import fr.preau.kernel.Paris;
import fr.preau.kernel.UnitId;
import fr.preau.kernel.UnitName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Puts a deliverable together from its frozen figures and its texts, under its label. It reads nothing that moves. */
final class Composition {
    private final Snapshots snapshots;
    private final Frame frame;

    Composition(Snapshots snapshots, Frame frame) {
        this.snapshots = snapshots;
        this.frame = frame;
    }

    Composed compose(Handle tx, Deliverable deliverable, Known known, Written written, Instant at) {
        Shown shown = shown(tx, find(tx, deliverable), deliverable, known.now(), Family.under(deliverable.label()));
        Shown earlier = deliverable.earlier() == null
                ? null
                : shown(
                        tx,
                        tx.attach(SnapshotSql.class).find(deliverable.earlier()).orElseThrow(),
                        deliverable,
                        known.earlier(),
                        EnumSet.of(Family.NATION_TYPE));
        Naming naming = new Naming(frame.words());
        facts(naming, deliverable, shown, earlier);
        List<Roles> roles = roles(shown.checklist());
        List<Table> tables = new Tables(tx, frame.words(), shown, naming).of(deliverable, earlier, roles);
        Map<String, String> figures = naming.all();
        Map<String, List<String>> unknown = new TreeMap<>();
        List<Section> sections = new ArrayList<>();
        Layout layout = Layout.of(written.outline(), tables);
        for (Chapter chapter : written.outline().shown()) {
            if (layout.under(chapter).isEmpty() && written.saysNothing(chapter)) {
                continue;
            }
            Prose prose = Prose.read(written.text(chapter), figures);
            if (!prose.unknown().isEmpty()) {
                unknown.put(chapter.id(), prose.unknown());
            }
            sections.add(section(chapter, prose, layout.under(chapter)));
        }
        return new Composed(shown, earlier, roles, sections, layout.tables(), figures, unknown, at);
    }

    /**
     * What editors have written.
     *
     * @param texts by section; what its section proposes where there is none
     */
    record Written(DraftOutline outline, Map<String, String> texts) {
        private String text(Chapter chapter) {
            return texts.getOrDefault(chapter.id(), chapter.proposed());
        }

        /** Whether it only has the words given to introduce tables: without one, there is nothing to read in it. */
        private boolean saysNothing(Chapter chapter) {
            return chapter.introduces() && !texts.containsKey(chapter.id());
        }
    }

    /**
     * What was published of both campaigns, read before for the service.
     *
     * @param publications how many there were of each campaign, by its id
     */
    record Known(List<Published> now, List<Published> earlier, SortedMap<Long, Integer> publications) {}

    Known known(Snapshot snapshot, @Nullable Snapshot earlier) {
        // Counted first: whatever is published afterwards is refused its place, seen or not.
        SortedMap<Long, Integer> publications = new TreeMap<>();
        publications.put(snapshot.campaign().value(), snapshots.publications(snapshot.campaign()));
        if (earlier != null) {
            publications.put(earlier.campaign().value(), snapshots.publications(earlier.campaign()));
        }
        return new Known(
                snapshots.earlier(snapshot.campaign()),
                earlier == null ? List.of() : snapshots.earlier(earlier.campaign()),
                publications);
    }

    static Snapshot find(Handle tx, Deliverable deliverable) {
        return tx.attach(SnapshotSql.class).find(deliverable.snapshot()).orElseThrow();
    }

    private Shown shown(
            Handle tx, Snapshot snapshot, Deliverable deliverable, List<Published> earlier, Set<Family> families) {
        List<Stratum> strata = Snapshots.strata(tx, snapshot.id());
        List<Group> groups = Groups.of(deliverable.unit(), strata);
        List<String> agreed = tx.attach(FreezeSql.class).agreed(snapshot.campaign());
        List<Decision> decisions = Disclosure.decide(groups, families, strata, earlier, agreed);
        Map<Group, Integer> schools = new HashMap<>();
        groups.forEach(group -> schools.put(group, Groups.schools(group, strata)));
        Checklist checklist = frame.checklists().get(snapshot.checklist());
        return new Shown(
                snapshot,
                checklist,
                decisions,
                schools,
                tx.attach(SnapshotSql.class).names());
    }

    private List<Roles> roles(Checklist checklist) {
        return checklist.themes().stream()
                .map(Theme::code)
                .flatMap(theme -> frame.codes().index().roles(theme).stream())
                .toList();
    }

    private void facts(Naming naming, Deliverable deliverable, Shown shown, @Nullable Shown earlier) {
        naming.put("perimetre", perimeter(deliverable.unit(), deliverable.unitName()));
        naming.put("campagne", shown.snapshot().campaignName());
        naming.put("attendus", frame.words().number(shown.snapshot().expected()));
        naming.put("rendus", frame.words().number(shown.snapshot().rendered()));
        naming.put(
                "date", frame.words().day(LocalDate.ofInstant(shown.snapshot().takenAt(), Paris.ZONE)));
        naming.put("referentiel", shown.checklist().version());
        if (earlier != null) {
            naming.put("campagne.precedente", earlier.snapshot().campaignName());
        }
    }

    String perimeter(UnitId unit, String name) {
        return frame.words().t(UnitName.of(unit, name));
    }

    /** Where nobody has named the section, a first heading in its text does. */
    private Section section(Chapter chapter, Prose prose, List<String> tables) {
        List<Block> body = prose.blocks();
        String heading = chapter.heading();
        if (heading == null && !body.isEmpty() && body.get(0).kind() == Block.Kind.HEADING) {
            heading = body.get(0).spans().stream().map(Span::text).collect(Collectors.joining());
            body = body.subList(1, body.size());
        }
        return new Section(chapter.id(), heading == null ? frame.words().t(chapter.title()) : heading, body, tables);
    }

    /** Types that both campaigns show. */
    static List<SchoolType> both(Shown shown, Shown earlier) {
        return shown.types().stream().filter(earlier.types()::contains).toList();
    }
}
