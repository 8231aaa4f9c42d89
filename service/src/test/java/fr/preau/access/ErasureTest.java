package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.Scene;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.journal.Heads;
import fr.preau.journal.Seals;
import fr.preau.journal.Verification;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who a closed account was goes; what was done stays, and the journal can still be verified. */
class ErasureTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final String EMAIL = "camille.berthier@exemple.invalid";
    private static final String NAME = "Camille Berthier";
    private static final Grant AGENT = new Grant(Role.AGENT, Scene.TOWN);
    /** Keys to an account that stay: rights of nobody, and work that its own feature sweeps within days, naming nobody. */
    private static final Set<String> KEPT =
            Set.of("access_grant.account", "assignment.assignee", "job.account", "workbook_import.account");

    private static Scene scene;
    private static Erasures erasures;
    private static Principal nation;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
        erasures = new Erasures(scene.database, scene.journal, scene.clock);
        nation = scene.administrator();
    }

    @Test
    void the_name_goes_everywhere_the_journal_stays_whole_and_the_address_serves_again() {
        AccountId person = account(EMAIL);
        Principal present = scene.principal(person);
        scene.answers.save(
                present,
                scene.audit(Scene.SCHOOL),
                Scene.control("SAU-01"),
                0,
                new NewAnswer(Verdict.PARTIEL, "Fait par camille BERTHIER en octobre"));
        scene.answers.save(
                present,
                scene.audit(Scene.SCHOOL),
                Scene.control("SAU-02"),
                0,
                new NewAnswer(Verdict.PARTIEL, "Chaque nuit, sauf le samedi"));
        everythingOf(person);
        seal();
        assertThatThrownBy(() -> erasures.erase(nation, person)).isInstanceOf(Refusal.class);
        scene.accounts.disable(nation, person);
        assertThat(erasures.preview(nation, person).texts()).isEqualTo(2);

        assertThat(erasures.erase(nation, person))
                .as("the text about the account, and the one signed")
                .isEqualTo(2);
        seal();
        Verification.Report report = new Verification(scene.database).walk(Heads.none(), done -> {});
        assertThat(report.broken()).isNull();
        assertThat(report.erased()).isEqualTo(2);
        assertThat(texts("Chaque nuit")).isPositive();
        assertThat(texts("berthier")).isZero();
        assertThat(everywhere(NAME)).as("tables that hold the name").isEmpty();
        assertThat(everywhere(EMAIL)).as("tables that hold the address").isEmpty();
        for (String key : keys()) {
            if (!KEPT.contains(key)) {
                assertThat(rows(key, person)).as(key).isZero();
            }
        }
        assertThat(scene.audits
                        .control(scene.townAgent(), scene.audit(Scene.SCHOOL), Scene.control("SAU-02"))
                        .toString())
                .contains("Compte effacé");
        refused(() -> erasures.erase(nation, person), Problem.NotFound.class);
        assertThat(account(EMAIL)).as("the address is free").isNotEqualTo(person);
    }

    @Test
    void only_who_administers_all_of_the_persons_units_erases_past_rights_included() {
        AccountId person = account("passe@exemple.invalid");
        scene.accounts.grant(Actor.SYSTEM, person, new Grant(Role.READER, Scene.ACADEMY));
        scene.accounts.revoke(Actor.SYSTEM, person, new Grant(Role.READER, Scene.ACADEMY));
        Principal local = scene.person("Mairie", Scene.TOWN, new Grant(Role.ADMINISTRATOR, Scene.TOWN));
        scene.accounts.disable(local, person);
        refused(() -> erasures.preview(local, person), Problem.NotFound.class);
        refused(() -> erasures.erase(local, person), Problem.NotFound.class);
        erasures.erase(nation, person);
    }

    @Test
    void the_service_can_forget_the_texts_of_no_open_account() {
        AccountId person = account("ouverte@exemple.invalid");
        assertThatThrownBy(() -> DB.service().useHandle(tx -> tx.execute("SELECT forget_texts(?)", person.value())))
                .hasMessageContaining("is not closed");
    }

    /** A table with a key to an account is told of in {@link ErasureSql}, or here: then the build goes on. */
    @Test
    void every_table_with_a_key_to_an_account_is_decided() {
        assertThat(keys())
                .containsExactlyInAnyOrder(
                        "access_grant.account",
                        "api_token.account",
                        "assignment.assignee",
                        "factor_removal.asked_by",
                        "identity_binding.account",
                        "job.account",
                        "one_time_link.account",
                        "provider_token.account",
                        "reminded.account",
                        "second_factor.account",
                        "session.account",
                        "sign_in_notice.account",
                        "sign_in_step.account",
                        "sign_on.account",
                        "workbook_import.account");
    }

    private static AccountId account(String email) {
        return scene.accounts.add(
                Actor.SYSTEM, new NewPerson(email, email.equals(EMAIL) ? NAME : "Autre", Scene.TOWN), List.of(AGENT));
    }

    /** One row at least in each table that is about a person, and a text about the account. */
    private static void everythingOf(AccountId person) {
        scene.sessions.open(person);
        new Tokens(scene.database, scene.journal, scene.clock)
                .issue(Actor.SYSTEM, person, new NewToken("essai", Scope.READ, 30));
        scene.accounts.resetLink(nation, person);
        DB.owner()
                .useHandle(owner -> owner.execute(
                        "INSERT INTO second_factor (account, sealed, since, last_step, salt) VALUES (?, decode(repeat('00', 40),"
                                + " 'hex'), now(), 0, decode(repeat('00', 16), 'hex'))",
                        person.value()));
        new FactorRemovals(scene.database, scene.journal, scene.clock)
                .ask(nation, person, "Téléphone de Camille Berthier perdu");
        assertThatThrownBy(() -> new SignIns(scene.database, scene.clock).byPassword(EMAIL, "faux", "192.0.2.1"))
                .isInstanceOf(Refusal.class);
    }

    private static void seal() {
        new Seals(scene.database).seal();
    }

    private static List<String> keys() {
        return DB.owner()
                .withHandle(owner -> owner.createQuery("""
                        SELECT c.conrelid::regclass || '.' || a.attname
                        FROM pg_constraint c
                        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
                        WHERE c.confrelid = 'preau.account'::regclass AND c.conparentid = 0
                        """).mapTo(String.class).list().stream()
                        .map(key -> key.replace("preau.", ""))
                        .toList());
    }

    private static int rows(String key, AccountId account) {
        String[] parts = key.split("\\.");
        return DB.owner()
                .withHandle(owner -> owner.createQuery(
                                "SELECT count(*) FROM " + parts[0] + " WHERE " + parts[1] + " = :account")
                        .bind("account", account)
                        .mapTo(Integer.class)
                        .one());
    }

    private static int texts(String part) {
        return DB.owner()
                .withHandle(owner -> owner.createQuery("SELECT count(*) FROM journal_text WHERE body ILIKE :part")
                        .bind("part", "%" + part + "%")
                        .mapTo(Integer.class)
                        .one());
    }

    /** Tables one of whose rows holds the words, the answers apart: what an answer says is its audit's. */
    private static List<String> everywhere(String words) {
        return DB.owner()
                .withHandle(owner -> owner.createQuery("""
                        SELECT table_name FROM information_schema.tables
                        WHERE table_schema = 'preau' AND table_type = 'BASE TABLE' AND table_name !~ '^answer'
                        """).mapTo(String.class).list().stream()
                        .filter(table ->
                                owner.createQuery("SELECT count(*) FROM " + table + " t WHERE t::text ILIKE :words")
                                                .bind("words", "%" + words + "%")
                                                .mapTo(Integer.class)
                                                .one()
                                        > 0)
                        .toList());
    }

    private static void refused(ThrowingCallable call, Class<? extends Problem> problem) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isInstanceOf(problem));
    }
}
