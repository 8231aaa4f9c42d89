package fr.preau.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.database.TestDatabase;
import fr.preau.journal.Journal;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TerritoryTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z"));

    @BeforeAll
    static void load(@TempDir Path folder) {
        new DirectoryImport(DB.database(), new Journal(CLOCK), CLOCK)
                .run(Actor.SYSTEM, DirectoryFixture.invented(folder), ImportOptions.PLAIN, lines -> {});
    }

    @Test
    void a_school_hangs_on_the_nation_through_the_states_tree() {
        List<Unit> chain = with(tx -> Territory.chain(tx, UnitId.school(new Uai("8000011P"))));
        assertThat(chain)
                .extracting(unit -> unit.id().toString())
                .containsExactly("etablissement-8000011P", "departement-35", "academie-14", "region-53", "nation");
    }

    @Test
    void every_kind_of_unit_is_found_by_its_written_id() {
        List<UnitId> ids = List.of(
                UnitId.NATION,
                UnitId.region("53"),
                UnitId.academy("14"),
                UnitId.department("35"),
                UnitId.collectivity("35901"),
                UnitId.school(new Uai("8000011P")));
        assertThat(ids).extracting(UnitId::kind).containsExactlyInAnyOrder(UnitId.Kind.values());
        for (UnitId id : ids) {
            Unit unit = with(tx -> Territory.unit(tx, id)).orElseThrow();
            assertThat(unit.id()).isEqualTo(id);
            assertThat(text("SELECT kind || '-' || code FROM unit WHERE id = '" + id + "'"))
                    .isEqualTo(id.kind().name() + "-" + id.code());
        }
        boolean known = with(tx -> Territory.exists(tx, UnitId.academy("99")));
        assertThat(known).isFalse();
    }

    @Test
    void children_are_what_lies_right_below() {
        assertThat(children(UnitId.NATION)).hasSize(19);
        assertThat(children(UnitId.academy("14")))
                .extracting(Unit::name)
                .containsExactly("Côtes-d’Armor", "Finistère", "Ille-et-Vilaine", "Morbihan");
        assertThat(children(UnitId.collectivity("35903")))
                .extracting(unit -> unit.id().code())
                .containsExactlyInAnyOrder("8000016V", "8000017W", "8000050G");
        assertThat(children(UnitId.department("35"))).hasSize(24);
    }

    @Test
    void the_reference_holds_thirty_academies_and_what_lies_overseas() {
        assertThat(text("SELECT concat_ws(' ', (SELECT count(*) FROM region), (SELECT count(*) FROM academy), "
                        + "(SELECT count(*) FROM department), "
                        + "(SELECT count(*) FROM collectivity WHERE kind <> 'COMMUNE'))"))
                .isEqualTo("19 34 107 114");
    }

    @Test
    void loading_the_reference_twice_writes_once() {
        String count = "SELECT count(*) FROM journal_entry WHERE action = 'territory.loaded'";
        new ReferenceTerritory(new Journal(CLOCK)).load(DB.database());
        assertThat(text(count)).isEqualTo("1");
        DB.owner().useHandle(tx -> tx.execute("UPDATE academy SET name = 'Autre' WHERE code = '14'"));
        new ReferenceTerritory(new Journal(CLOCK)).load(DB.database());
        assertThat(text(count)).isEqualTo("2");
        assertThat(text("SELECT name FROM academy WHERE code = '14'")).isEqualTo("Rennes");
    }

    private static List<Unit> children(UnitId id) {
        return with(tx -> Territory.children(tx, id));
    }

    private static String text(String sql) {
        return with(tx -> tx.createQuery(sql).mapTo(String.class).one());
    }

    private static <T> T with(Function<Handle, T> read) {
        return DB.database().call(Actor.SYSTEM, read);
    }
}
