package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.access.Grant;
import fr.preau.access.Role;
import fr.preau.access.Secret;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands about people where no mail is set up: links are printed, once. */
class PeopleCommandsTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final String HEADER = "email;nom;employeur;role;unite;fin\n";

    @TempDir
    static Path folder;

    private static Scene scene;
    private static String config;

    @BeforeAll
    static void stage() throws IOException {
        scene = new Scene(DB);
        config = Files.writeString(folder.resolve("config.yml"), """
                database: {url: "%s", password: test, ownerPassword: test}
                logging: {level: "OFF"}
                """.formatted(DB.url()))
                .toString();
    }

    @Test
    void imports_people_all_or_nothing_and_prints_their_links_where_there_is_no_mail() throws IOException {
        String file = file("gens.csv", "ida@exemple.invalid;Ida;35901;agent;35901;31/12/2027\n");
        CommandRun dry = run("import-users", config, file, "--dry-run");
        assertThat(dry.status()).as(dry.err()).isZero();
        assertThat(dry.out()).contains("1 compte à créer", "Rien n’a été écrit").doesNotContain("/lien/");
        assertThat(accounts("ida@")).isZero();

        CommandRun done = run("import-users", config, file);
        assertThat(done.status()).as(done.err()).isZero();
        String link = done.out().lines().reduce((first, second) -> second).orElseThrow();
        assertThat(link).startsWith("ida@exemple.invalid;http");
        String secret = link.substring(link.indexOf("/lien/") + "/lien/".length());
        assertThat(scene.accounts.openLink(new Secret(secret)).email()).isEqualTo("ida@exemple.invalid");
        assertThat(grants("ida@exemple.invalid")).containsExactly(new Grant(Role.AGENT, Scene.TOWN));

        CommandRun again = run("import-users", config, file);
        assertThat(again.status()).isZero();
        assertThat(again.out()).doesNotContain("/lien/");
    }

    @Test
    void imports_nobody_from_a_file_with_a_fault_and_names_its_line() throws IOException {
        String file = file("faux.csv", "jo@exemple.invalid;Jo;35901;agent;35901;\nkim;Kim;35901;agent;35901;\n");
        CommandRun run = run("import-users", config, file);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("3");
        assertThat(accounts("jo@")).isZero();
        assertThat(run("import-users", config, "nowhere.csv").err()).contains("nowhere.csv");
    }

    @Test
    void erases_a_closed_account_and_no_other() {
        assertThat(run(
                                "create-user",
                                config,
                                "--email",
                                "parti@exemple.invalid",
                                "--name",
                                "Parti",
                                "--employer",
                                "35901",
                                "--role",
                                "agent",
                                "--unit",
                                "35901")
                        .status())
                .isZero();
        CommandRun open = run("erase-user", config, "parti@exemple.invalid");
        assertThat(open.status()).isEqualTo(1);
        assertThat(open.err()).contains("Parti");
        AccountId account = scene.accounts.byEmail(Actor.SYSTEM, "parti@exemple.invalid");
        scene.accounts.disable(Actor.SYSTEM, account);
        CommandRun done = run("erase-user", config, "parti@exemple.invalid");
        assertThat(done.status()).as(done.err()).isZero();
        assertThat(done.out()).contains("Compte n°\u00a0" + account, "effacé");
        assertThat(accounts("parti@")).isZero();
        assertThat(run("erase-user", config, "parti@exemple.invalid").err()).contains("Aucun compte");
    }

    private static List<Grant> grants(String email) {
        return scene.principal(scene.accounts.byEmail(Actor.SYSTEM, email)).grants();
    }

    private static int accounts(String beginning) {
        return DB.owner()
                .withHandle(tx -> tx.createQuery("SELECT count(*) FROM account WHERE email LIKE :email")
                        .bind("email", beginning + "%")
                        .mapTo(Integer.class)
                        .one());
    }

    private static String file(String name, String lines) throws IOException {
        return Files.writeString(folder.resolve(name), HEADER + lines).toString();
    }

    private static CommandRun run(String... arguments) {
        return CommandRun.of(scene.clock, arguments);
    }
}
