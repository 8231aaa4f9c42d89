package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People from a file: all or nothing, the same again changes nothing, and no right above one's own. */
class PeopleImportTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final String HEADER = "email;nom;employeur;role;unite;fin\n";
    private static Scene scene;
    private static PeopleImports imports;
    private static People people;
    private static Principal nation;
    private static Principal academy;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
        imports = new PeopleImports(scene.database, scene.journal, scene.clock);
        people = new People(scene.database, scene.journal, scene.clock);
        nation = scene.administrator();
        academy =
                scene.person("Administratrice de Rennes", Scene.ACADEMY, new Grant(Role.ADMINISTRATOR, Scene.ACADEMY));
    }

    @Test
    void creates_people_with_several_rights_and_the_same_file_again_changes_nothing() {
        String file = HEADER
                + "anne@exemple.invalid;Anne Rivage;35901;agent;Montrelay;31/12/2027\n"
                + "Anne@exemple.invalid;;;lecture;collectivite-800000013;\n"
                + "bruno@exemple.invalid;Bruno;8000001D;établissement;etablissement-8000001D;2027-06-30\n";
        PeoplePlan plan = imports.plan(nation, file);
        assertThat(plan.faults()).isEmpty();
        assertThat(plan.created()).isEqualTo(2);
        assertThat(accounts("anne%")).as("nothing before the confirmation").isZero();

        PeopleImports.Done done = imports.apply(nation, file, plan.digest(), false);
        assertThat(done.invited())
                .extracting(PeopleImports.Invited::email)
                .containsExactly("anne@exemple.invalid", "bruno@exemple.invalid");
        AccountId anne = scene.accounts.choosePassword(done.invited().get(0).link(), "trois mots et un quatrième");
        assertThat(people.person(nation, anne).held().stream().map(HeldGrant::dated))
                .containsExactly(
                        new DatedGrant(new Grant(Role.AGENT, Scene.TOWN), LocalDate.of(2027, 12, 31)),
                        DatedGrant.endless(new Grant(Role.READER, Scene.VALLEYS)));

        int entries = entries();
        PeoplePlan again = imports.plan(nation, file);
        assertThat(again.changing()).isEmpty();
        assertThat(again.unchanged()).isEqualTo(3);
        assertThat(imports.apply(nation, file, again.digest(), false).invited()).isEmpty();
        assertThat(entries()).as("not even an entry").isEqualTo(entries);
    }

    @Test
    void names_the_successor_of_a_collectivity_that_is_replaced() {
        UnitId former = UnitId.collectivity("35981");
        UnitId heir = UnitId.collectivity("35982");
        UnitId last = UnitId.collectivity("35983");
        scene.collectivity(former, "COMMUNE", "Vieux-Bourg");
        scene.collectivity(heir, "COMMUNE", "Val-du-Bourg");
        scene.collectivity(last, "COMMUNE", "Vieux-Bourg");
        DB.owner().useHandle(tx -> {
            tx.execute("UPDATE collectivity SET succeeded_by = '35982' WHERE code = '35981'");
            tx.execute("UPDATE collectivity SET succeeded_by = '35983' WHERE code = '35982'");
        });
        String file = HEADER
                + "dora@exemple.invalid;Dora;35981;agent;35983;\n"
                + "emil@exemple.invalid;Émil;35983;agent;Val-du-Bourg;\n"
                + "fanny@exemple.invalid;Fanny;35983;agent;Vieux-Bourg;\n";
        PeoplePlan plan = imports.plan(nation, file);
        assertThat(plan.faults()).extracting(PeoplePlan.Fault::line).containsExactly(2, 3);
        assertThat(plan.faults())
                .extracting(
                        fault -> fault.message().key() + " " + fault.message().args())
                .containsExactly(
                        "people.fault.replaced [Vieux-Bourg, Vieux-Bourg, 35983]",
                        "people.fault.replaced [Val-du-Bourg, Vieux-Bourg, 35983]");
        assertThat(plan.people())
                .as("of two of one name the one that stands")
                .singleElement()
                .satisfies(person -> assertThat(
                                person.rights().get(0).right().grant().unit())
                        .isEqualTo(last));
    }

    @Test
    void takes_commas_a_mark_crlf_quotes_any_order_and_what_a_spreadsheet_saves_by_itself() {
        String file =
                "\ufeffUnité,rôle,Employeur,NOM,Email\r\n\"35901\",AGENT,35901,\"Rive, Élodie\",elodie@exemple.invalid\r\n";
        for (String text :
                List.of(file, PeopleFile.text(file.substring(1).getBytes(Charset.forName("windows-1252"))))) {
            PeoplePlan plan = imports.plan(nation, text);
            assertThat(plan.faults()).isEmpty();
            assertThat(plan.people())
                    .singleElement()
                    .extracting(PeoplePlan.Person::name)
                    .isEqualTo("Rive, Élodie");
        }
    }

    @Test
    void tells_every_fault_by_its_line_and_writes_nothing() {
        scene.accounts.disable(
                Actor.SYSTEM,
                scene.person("Close", Scene.TOWN, new Grant(Role.AGENT, Scene.TOWN))
                        .account());
        scene.person("Nommée", Scene.TOWN, new Grant(Role.AGENT, Scene.TOWN));
        String file = HEADER
                + "bonne@exemple.invalid;Bonne;35901;agent;35901;\n"
                + "pas une adresse;X;35901;agent;35901;\n"
                + "a@exemple.invalid;;35901;agent;35901;\n"
                + "b@exemple.invalid;B;nulle part;agent;35901;\n"
                + "c@exemple.invalid;C;35901;chef;35901;\n"
                + "d@exemple.invalid;D;35901;revue;35901;\n"
                + "e@exemple.invalid;E;35901;agent;35901;hier\n"
                + "f@exemple.invalid;F;35901;agent;35901;2020-01-01\n"
                + "close@exemple.invalid;;;agent;35901;\n"
                + "nommee@exemple.invalid;Autre nom;;agent;35901;\n"
                + "nommee@exemple.invalid;;35902;agent;35901;\n"
                + "bonne@exemple.invalid;;;agent;35901;2027-01-01\n";
        PeoplePlan plan = imports.plan(nation, file);
        assertThat(plan.faults())
                .extracting(PeoplePlan.Fault::line)
                .containsExactly(3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
        assertThat(plan.faults())
                .extracting(fault -> fault.message().key())
                .containsExactly(
                        "access.email.form",
                        "access.name.form",
                        "access.unit.unknown",
                        "people.fault.role",
                        "access.role.unfit",
                        "people.end.form",
                        "people.end.past",
                        "access.account.disabled",
                        "people.fault.name",
                        "people.fault.employer",
                        "people.fault.twice");
        assertThatThrownBy(() -> imports.apply(nation, file, plan.digest(), false))
                .isInstanceOf(Refusal.class);
        assertThat(accounts("bonne%")).isZero();
    }

    @Test
    void refuses_what_is_no_such_file_with_its_remedy() {
        for (List<String> wrong : List.of(
                List.of("", "people.file.empty"),
                List.of(HEADER, "people.file.empty"),
                List.of("email;nom\nx;y", "people.file.missing"),
                List.of(HEADER.replace("fin", "finn") + "x", "people.file.column"),
                List.of(HEADER + "a;b;c;d;e;f;g", "people.file.wide"),
                List.of(HEADER + "\"a;b", "people.file.quote"),
                List.of(HEADER + "a\n".repeat(PeopleFile.MOST + 1), "people.file.long"))) {
            assertThatThrownBy(() -> imports.plan(nation, wrong.get(0)))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.problem().message().key())
                                    .isEqualTo(wrong.get(1)));
        }
    }

    @Test
    void gives_nothing_above_ones_own_rights_and_knows_nobody_elsewhere() {
        Principal far = scene.person("Agente au loin", Scene.FAR_TOWN, new Grant(Role.AGENT, Scene.FAR_TOWN));
        for (String unit :
                List.of("nation", "region-53", "academie-17", "collectivite-800000013", "etablissement-8000031K")) {
            for (String role : List.of("agent", "lecture", "administration", "etablissement")) {
                String file = HEADER + "haut@exemple.invalid;Haut;academie-14;" + role + ";" + unit + ";\n"
                        + "haut@exemple.invalid;Haut;" + unit + ";lecture;academie-14;\n";
                assertThat(imports.plan(academy, file).faults())
                        .as(role + " " + unit)
                        .isNotEmpty();
                assertThatThrownBy(() -> imports.apply(academy, file, "", false))
                        .isInstanceOf(Refusal.class);
            }
        }
        String known = HEADER + "agente.au.loin@exemple.invalid;;;lecture;academie-14;\n";
        assertThat(imports.plan(academy, known).faults())
                .singleElement()
                .extracting(fault -> fault.message().key())
                .isEqualTo("people.fault.elsewhere");
        assertThat(accounts("haut%")).isZero();
        assertThat(scene.principal(far.account()).grants()).hasSize(1);
    }

    @Test
    void confirms_what_was_read_and_nothing_else() {
        AccountId person = scene.person("Bougée", Scene.TOWN, new Grant(Role.AGENT, Scene.TOWN))
                .account();
        String file = HEADER + "bougee@exemple.invalid;;;agent;35901;2027-12-31\n";
        String read = imports.plan(nation, file).digest();
        scene.accounts.revoke(nation, person, new Grant(Role.AGENT, Scene.TOWN));
        assertThatThrownBy(() -> imports.apply(nation, file, read, false))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.Conflict.class));
        assertThat(scene.principal(person).grants()).isEmpty();
    }

    @Test
    void a_name_that_our_own_file_has_guarded_comes_back_as_it_was() {
        String file = HEADER + "formule@exemple.invalid;'=1+1;35901;agent;35901;\n";
        assertThat(imports.plan(nation, file).people())
                .singleElement()
                .satisfies(person -> assertThat(person.name()).isEqualTo("=1+1"));
    }

    @Test
    void a_link_is_read_back_by_the_administrator_who_was_shown_it_alone() {
        String file = HEADER + "lien@exemple.invalid;Lien;academie-14;agent;academie-14;\n";
        Secret link = imports.apply(academy, file, imports.plan(academy, file).digest(), false)
                .invited()
                .get(0)
                .link();
        assertThat(imports.issued(academy, List.of(link)))
                .extracting(PeopleImports.Invited::email)
                .containsExactly("lien@exemple.invalid");
        assertThat(imports.issued(nation, List.of(link))).isEmpty();
        assertThat(imports.issued(academy, List.of(Secret.random()))).isEmpty();
    }

    private static int accounts(String email) {
        return DB.owner()
                .withHandle(owner -> owner.createQuery("SELECT count(*) FROM account WHERE email LIKE :email")
                        .bind("email", email)
                        .mapTo(Integer.class)
                        .one());
    }

    private static int entries() {
        return DB.owner()
                .withHandle(owner -> owner.createQuery("SELECT count(*) FROM journal_entry")
                        .mapTo(Integer.class)
                        .one());
    }
}
