package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.access.Grant;
import fr.preau.access.NewPerson;
import fr.preau.access.Role;
import fr.preau.access.Secret;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.Actor;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.UnitId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as one runs them: what they print, and with which status they end. */
class CommandsTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final UnitId HIGH_TOWN = UnitId.collectivity("35978");

    @TempDir
    static Path folder;

    private static Scene scene;
    private static String config;

    @BeforeAll
    static void stage() throws IOException {
        scene = new Scene(DB);
        // Two communes that no other test renames: the imported file has names of its own for the scene's.
        DB.owner()
                .useHandle(
                        handle -> handle.execute(
                                "INSERT INTO collectivity (code, kind, name, fictitious)"
                                        + " VALUES ('35977', 'COMMUNE', 'Anse-le-Bas', true), ('35978', 'COMMUNE', 'Anse-le-Haut', true)"));
        Path file = folder.resolve("config.yml");
        Files.writeString(file, """
                database: {url: "%s", password: test, ownerPassword: test}
                publicUrl: https://preau.exemple.fr
                logging: {level: "OFF"}
                """.formatted(DB.url()));
        config = file.toString();
    }

    /** Commands that read no configuration, with an option of theirs. */
    private static final Map<String, String> INDEPENDENT =
            Map.of("generate-directory", "--schools", "verify-deliverable", "--manifest");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server",
                "demo",
                "migrate",
                "import-directory",
                "import-checklist",
                "create-user",
                "import-users",
                "erase-user",
                "reset-password",
                "remove-second-factor",
                "token",
                "verify-journal",
                "verify-deliverable",
                "backup",
                "restore",
                "generate-directory",
                "generate-answers",
                "check-figures"
            })
    void tells_how_it_is_used(String command) {
        CommandRun run = run(command, "--help");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(command, INDEPENDENT.getOrDefault(command, "config.yml"))
                .containsPattern("[a-zé]\\.");
    }

    @Test
    void lists_its_commands() {
        CommandRun run = run("--help");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("server", "demo", "migrate", "token");
    }

    @Test
    void answers_a_wrong_usage_in_one_line_that_shows_the_right_one() {
        assertRefused(run("token", config, "a@exemple.invalid"), "token --scope read|answer|review --days N");
        assertRefused(run("server"), "config.yml");
        assertRefused(run("migrate", config, "--fast"), "L’option --fast n’existe pas");
        assertRefused(run("server", folder.resolve("nothing.yml").toString()), "nothing.yml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lancer", "serve", "s", "Server", "import"})
    void takes_no_word_for_a_command_but_its_whole_name(String word) {
        assertRefused(run(word, config), "La commande " + word + " n’existe pas. Lancez");
    }

    @Test
    void says_which_key_of_the_configuration_is_wrong() throws IOException {
        Path wrong = folder.resolve("wrong.yml");
        Files.writeString(wrong, "databse: {url: x}\n");
        assertRefused(run("migrate", wrong.toString()), "databse");
        Path data = folder.resolve("untouched");
        Files.writeString(wrong, "publicUrl: preau\ndatabase: {directory: \"%s\"}\n".formatted(data));
        assertRefused(run("token", wrong.toString(), "a@b.fr", "--scope", "read", "--days", "1"), "publicUrl");
        assertThat(data)
                .as("no database is made before the configuration is right")
                .doesNotExist();
        Files.writeString(wrong, "database: [\n");
        assertRefused(run("migrate", wrong.toString()), "config.yml livré");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    singleSignOn: {issuer: "http://auth.exemple.fr", name: x, clientId: x, clientSecret: x} | issuer
                    singleSignOn: {issuer: "https://auth.exemple.fr", clientId: x, clientSecret: x} | singleSignOn.name
                    singleSignOn: {issuer: "https://auth.exemple.fr", name: x, clientSecret: x} | singleSignOn.clientId
                    singleSignOn: {issuer: "https://auth.exemple.fr", name: x, clientId: x} | PREAU_SSO_CLIENT_SECRET
                    mail: {host: mail.exemple.fr} | mail.from
                    mail: {host: mail.exemple.fr, from: a@b.fr, encryption: NONE} | STARTTLS
                    mail: {host: mail.exemple.fr, from: a@b.fr, user: x} | PREAU_MAIL_PASSWORD
                    mail: {host: mail.exemple.fr, from: a@b.fr, encryption: maybe} | mail.encryption
                    """)
    void does_not_start_on_a_door_that_is_half_configured_and_says_what_to_write(String key, String remedy)
            throws IOException {
        Path wrong = folder.resolve("door.yml");
        Path data = folder.resolve("no-door");
        Files.writeString(wrong, key + "\ndatabase: {directory: \"%s\"}\nlogging: {level: \"OFF\"}\n".formatted(data));
        assertRefused(run("server", wrong.toString()), remedy);
        assertThat(data).as("nothing is made before it is right").doesNotExist();
    }

    @Test
    void finds_the_schema_up_to_date() {
        CommandRun run = run("migrate", config);
        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("Base de données à jour");
    }

    @Test
    void refuses_a_demonstration_that_others_could_reach() throws IOException {
        Path open = folder.resolve("open.yml");
        Files.writeString(open, """
                server: {applicationConnectors: [{type: http, port: 0, bindHost: 0.0.0.0}]}
                logging: {level: "OFF"}
                """);
        assertRefused(run("demo", open.toString()), "elle n’écoute pas sur 0.0.0.0");
    }

    @Test
    void refuses_a_demonstration_on_an_external_database() {
        assertRefused(run("demo", config), "La démonstration garde ses données à part");
    }

    @Test
    void creates_a_person_and_gives_the_link_by_which_they_come_in() {
        CommandRun run = create("nouvelle@exemple.invalid", "Anse-le-Haut", "agent");
        assertThat(run.status()).as(run.err()).isZero();
        String link = run.out().lines().reduce((first, second) -> second).orElseThrow();
        assertThat(link).startsWith("https://preau.exemple.fr/lien/");
        Secret secret = new Secret(link.substring(link.lastIndexOf('/') + 1));
        assertThat(scene.accounts.openLink(secret).email()).isEqualTo("nouvelle@exemple.invalid");
        assertThat(grants("nouvelle@exemple.invalid")).containsExactly(new Grant(Role.AGENT, HIGH_TOWN));
        assertThat(create("code@exemple.invalid", "35978", "agent").status()).isZero();
        assertThat(grants("code@exemple.invalid")).containsExactly(new Grant(Role.AGENT, HIGH_TOWN));
    }

    @Test
    void creates_nobody_where_the_employer_the_right_or_the_address_is_in_doubt() {
        account("prise@exemple.invalid");
        assertRefused(create("prise@exemple.invalid", "35978", "agent"), "a déjà un compte");
        assertRefused(create("autre@exemple.invalid", "35999", "agent"), "Aucune unité ne répond à “35999”");
        assertRefused(create("autre@exemple.invalid", "Anse", "agent"), "Plusieurs unités répondent à “Anse”");
        assertRefused(create("autre@exemple.invalid", "35978", "chef"), "“chef” n’est pas un rôle");
        assertThatThrownBy(() -> scene.accounts.byEmail(Actor.SYSTEM, "autre@exemple.invalid"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void gives_a_link_to_choose_a_new_password() {
        account("oubli@exemple.invalid");
        CommandRun run = run("reset-password", config, "oubli@exemple.invalid");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("https://preau.exemple.fr/lien/");
        assertRefused(run("reset-password", config, "personne@exemple.invalid"), "Aucun compte");
    }

    @Test
    void gives_a_token_to_an_open_account_only() {
        account("jeton@exemple.invalid");
        CommandRun run = run("token", config, "jeton@exemple.invalid", "--scope", "answer", "--days", "30");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(2);
        assertRefused(run("token", config, "jeton@exemple.invalid", "--scope", "all", "--days", "30"), "portée");
        assertRefused(run("token", config, "jeton@exemple.invalid", "--scope", "read", "--days", "900"), "366");
        assertRefused(run("token", config, "jeton@exemple.invalid", "--scope", "read", "--days", "x"), "chiffres");
        scene.accounts.disable(Actor.SYSTEM, scene.accounts.byEmail(Actor.SYSTEM, "jeton@exemple.invalid"));
        assertRefused(run("token", config, "jeton@exemple.invalid", "--scope", "read", "--days", "3"), "fermé");
    }

    @Test
    void imports_a_directory_and_says_what_it_would_do_before() {
        String file = "src/test/resources/directory/invented.csv";
        CommandRun dry = run("import-directory", config, file, "--dry-run");
        assertThat(dry.status()).as(dry.err()).isZero();
        CommandRun run = run("import-directory", config, file);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().lines().skip(1).limit(4))
                .isEqualTo(dry.out().lines().skip(1).limit(4).toList());
        assertRefused(run("import-directory", config, "nowhere.csv"), "nowhere.csv");
        assertRefused(run("import-directory", config, file, "--accept-closures", "-1"), "chiffres");
    }

    @Test
    void publishes_a_checklist_once() throws IOException {
        Path file = folder.resolve("checklist.json");
        Files.writeString(file, "{\"identifiant\": 3");
        CommandRun broken = run("import-checklist", config, file.toString());
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.err()).doesNotContain("\tat ");
        Files.copy(
                Path.of("src/main/resources/checklist/pssi-etablissement-scolaire-1.0.0.json"),
                file,
                StandardCopyOption.REPLACE_EXISTING);
        CommandRun again = run("import-checklist", config, file.toString());
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.out()).contains("déjà publiée");
        assertRefused(run("import-checklist", config, "nowhere.json"), "nowhere.json");
    }

    @Test
    void backs_up_beside_a_running_service_and_restores_into_nothing_but_an_empty_database() {
        Path file = folder.resolve("tout.sauvegarde");
        CommandRun backup = run("backup", config, file.toString());
        assertThat(backup.status()).as(backup.err()).isZero();
        assertThat(backup.out()).contains("tout.sauvegarde", "lignes de");
        assertRefused(run("backup", config, file.toString()), "existe déjà");
        CommandRun restore = run("restore", config, file.toString());
        assertThat(restore.status()).isEqualTo(1);
        assertThat(restore.err()).contains("La base de données n’est pas vide");
        assertRefused(run("restore", config, folder.resolve("config.yml").toString()), "Rien n’a été écrit");
    }

    private static void assertRefused(CommandRun run, String remedy) {
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).as(run.err()).hasSize(1);
        assertThat(run.err()).contains(remedy);
    }

    private static CommandRun create(String email, String unit, String role) {
        List<String> person = List.of("create-user", config, "--email", email, "--name", "Personne");
        List<String> right = List.of("--employer", unit, "--role", role, "--unit", unit);
        return run(Stream.concat(person.stream(), right.stream()).toArray(String[]::new));
    }

    private static List<Grant> grants(String email) {
        return scene.principal(scene.accounts.byEmail(Actor.SYSTEM, email)).grants();
    }

    private static void account(String email) {
        scene.accounts.add(
                Actor.SYSTEM, new NewPerson(email, "Personne", Scene.TOWN), List.of(new Grant(Role.AGENT, Scene.TOWN)));
    }

    private static CommandRun run(String... arguments) {
        return CommandRun.of(scene.clock, arguments);
    }
}
