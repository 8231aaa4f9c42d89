package fr.preau.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.preau.database.TestDatabase;
import fr.preau.journal.Journal;
import fr.preau.journal.Trace;
import fr.preau.kernel.Actor;
import fr.preau.kernel.ChecklistId;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChecklistsTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T08:00:00Z"));

    private final Journal journal = new Journal(CLOCK);
    private final Checklists checklists = new Checklists(DB.database(), journal, CLOCK);
    private ChecklistId shipped;

    @BeforeEach
    void publish_what_is_shipped() {
        shipped = checklists.publishShipped().id();
    }

    @Test
    void ships_one_version_once_whatever_the_number_of_starts() {
        assertThat(checklists.publishShipped()).isEqualTo(new Publication(shipped, false));
        assertThat(new Checklists(DB.database(), journal, CLOCK)
                        .publishShipped()
                        .id())
                .isEqualTo(shipped);
        assertThat(checklists.editions())
                .filteredOn(edition -> edition.version().equals("1.0.0"))
                .extracting(Edition::toString)
                .containsExactly("pssi-etablissement-scolaire 1.0.0");
        checklists.verify();
    }

    @Test
    void leaves_one_entry_in_the_journal_for_each_publication() {
        checklists.publishShipped();

        List<Trace> traces = DB.database().call(Actor.SYSTEM, tx -> journal.exactly(tx, "checklist/" + shipped, 10));
        assertThat(traces).hasSize(1);
        assertThat(traces.get(0).action()).isEqualTo("checklist.published");
        assertThat(traces.get(0).after("controls")).isEqualTo("84");
        assertThat(traces.get(0).after("sha256"))
                .isEqualTo(checklists.get(shipped).sha256());
    }

    @Test
    void reads_back_what_the_file_says() {
        Checklist read = checklists.get(shipped);

        assertThat(read.document())
                .isEqualTo(ChecklistFile.read(Shipped.checklist()).document());
        assertThat(read.control(new ControlCode("SAU-02")).advice()).contains("deux disques externes");
        assertThat(checklists.get(shipped)).as("kept in memory").isSameAs(read);
    }

    @Test
    void exports_the_very_file_it_was_given() {
        String export = checklists.export(shipped);

        assertThat(SampleFile.parse(export.getBytes(StandardCharsets.UTF_8))).isEqualTo(SampleFile.shipped());
        assertThat(checklists
                        .publish(Actor.SYSTEM, export.getBytes(StandardCharsets.UTF_8))
                        .fresh())
                .as("the export is the same version")
                .isFalse();
    }

    /** Law: export ∘ publish is the identity, for any subset of controls, exceptions and references. */
    @Test
    void exports_any_file_as_it_was_given() {
        for (int seed = 1; seed <= 10; seed++) {
            ObjectNode file = variation(new Random(seed), "7.0." + seed);
            ChecklistId id =
                    checklists.publish(Actor.SYSTEM, SampleFile.bytes(file)).id();

            assertThat(SampleFile.parse(checklists.export(id).getBytes(StandardCharsets.UTF_8)))
                    .as("seed %d", seed)
                    .isEqualTo(file);
        }
    }

    @Test
    void takes_the_greatest_number_for_the_latest_version() {
        ChecklistId ten = checklists
                .publish(Actor.SYSTEM, SampleFile.version("90.10.0", file -> {}))
                .id();
        checklists.publish(Actor.SYSTEM, SampleFile.version("90.9.0", file -> {}));
        checklists.publish(Actor.SYSTEM, SampleFile.version("99.0.0", file -> file.put("identifiant", "autre")));

        assertThat(checklists.latest().id()).isEqualTo(ten);
    }

    @Test
    void refuses_another_content_under_a_published_number() {
        byte[] other =
                SampleFile.changed(file -> SampleFile.control(file, 0).put("question", "Qui appelez-vous d’abord ?"));

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> checklists.publish(Actor.SYSTEM, other));
        assertThat(refusal.problem()).isInstanceOf(Problem.Conflict.class);
        assertThat(refusal.problem().message().key()).isEqualTo("checklist.otherContent");
        assertThat(refusal.problem().message().args()).containsExactly("pssi-etablissement-scolaire", "1.0.0");
    }

    @Test
    void writes_nothing_of_a_file_it_refuses() {
        int before = checklists.editions().size();
        byte[] twice =
                SampleFile.version("5.0.0", file -> SampleFile.control(file, 1).put("code", "GOV-01"));

        assertThatThrownBy(() -> checklists.publish(Actor.SYSTEM, twice)).isInstanceOf(Refusal.class);
        assertThat(checklists.editions()).hasSize(before);
    }

    @Test
    void publishes_once_when_two_people_publish_the_same_file_at_once() throws Exception {
        byte[] file = SampleFile.version("6.0.0", all -> {});
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            Callable<Publication> publish = () -> checklists.publish(Actor.SYSTEM, file);
            List<Future<Publication>> done = people.invokeAll(Collections.nCopies(4, publish));
            Set<ChecklistId> ids = new HashSet<>();
            int fresh = 0;
            for (Future<Publication> one : done) {
                ids.add(one.get().id());
                fresh += one.get().fresh() ? 1 : 0;
            }
            assertThat(ids).hasSize(1);
            assertThat(fresh).isEqualTo(1);
        } finally {
            people.shutdown();
        }
    }

    @Test
    void does_not_know_an_id_that_was_never_given() {
        assertThatThrownBy(() -> checklists.get(new ChecklistId(999))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> checklists.export(new ChecklistId(999))).isInstanceOf(Refusal.class);
    }

    @Test
    void says_the_same_in_sql_as_in_java_of_what_is_asked_of_each_type() {
        Map<SchoolType, Set<Level>> all = StreamSupport.stream(
                        List.of(SchoolType.values()).spliterator(), false)
                .collect(Collectors.toMap(type -> type, type -> Set.of(Level.values())));
        List<String> sql = DB.service()
                .withHandle(db -> db.createQuery("""
                        SELECT concat_ws(' ', school_type, control, theme, level, weight, party)
                        FROM control_for_type WHERE checklist = :id
                        """)
                        .bind("id", shipped)
                        .mapTo(String.class)
                        .list());

        assertThat(checklists.get(shipped).asked(all).stream()
                        .map(asked -> "%s %s %s %d %d %s"
                                .formatted(
                                        asked.type(),
                                        asked.control(),
                                        asked.theme(),
                                        asked.level().number(),
                                        asked.weight(),
                                        asked.party())))
                .containsExactlyInAnyOrderElementsOf(sql);
    }

    private static ObjectNode variation(Random random, String version) {
        ObjectNode file = SampleFile.shipped().put("version", version);
        ArrayNode controls = file.withArray("mesures");
        Set<String> kept = new HashSet<>();
        for (int i = controls.size() - 1; i >= 0; i--) {
            if (random.nextInt(3) == 0) {
                controls.remove(i);
                continue;
            }
            vary((ObjectNode) controls.get(i), random);
            kept.add(controls.get(i).get("theme").asText());
        }
        ArrayNode themes = file.withArray("themes");
        for (int i = themes.size() - 1; i >= 0; i--) {
            if (!kept.contains(themes.get(i).get("code").asText())) {
                themes.remove(i);
            }
        }
        return file;
    }

    private static void vary(ObjectNode control, Random random) {
        control.put("poids", 1 + random.nextInt(3)).put("periodicite_mois", 1 + random.nextInt(120));
        control.put("conseil", "« L'œuvre » n°\u00a0" + random.nextInt() + " \"\\ 😀");
        for (var type : control.withArray("types_etablissement")) {
            if (random.nextBoolean()) {
                control.withObject("niveau_par_type").put(type.asText(), 1 + random.nextInt(3));
            }
            if (random.nextBoolean()) {
                control.withObject("responsable_par_type").put(type.asText(), Party.values()[random.nextInt(4)].name());
            }
        }
        if (random.nextBoolean()) {
            control.withObject("references").putArray("recyf");
        }
    }
}
