package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.access.Mailbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Where mail is set up no link is printed nor shown: each leaves to its bearer by the running service, over SMTP. */
class PeopleByMailTest {
    @RegisterExtension
    static final Mailbox MAILBOX = new Mailbox();

    @RegisterExtension
    static final App APP = MAILBOX.configured(new App());

    private static final String HEADER = "email;nom;employeur;role;unite;fin\n";
    private static final String PASSWORD = "trois mots et un quatrième";

    @TempDir
    static Path folder;

    private static String config;

    /** The service's own keys, its mail server among them, reach the commands too. */
    @BeforeAll
    static void configure() throws IOException {
        config = Files.writeString(folder.resolve("config.yml"), """
                database: {url: "%s", password: test, ownerPassword: test}
                server: {applicationConnectors: [{type: http}], adminConnectors: [{type: http}]}
                logging: {level: "OFF"}
                """.formatted(
                                APP.postgres().url()))
                .toString();
    }

    @Test
    void sends_the_links_by_mail_where_there_is_some_and_prints_none() throws IOException {
        String file = Files.writeString(
                        folder.resolve("envoi.csv"),
                        HEADER
                                + "lou@exemple.invalid;Lou;35901;agent;35901;\n"
                                + "max@exemple.invalid;Max;35901;agent;35901;\n")
                .toString();
        CommandRun done = run("import-users", config, file);
        assertThat(done.status()).as(done.err()).isZero();
        assertThat(done.out()).contains("2 courriels partent").doesNotContain("/lien/");
        for (String email : new String[] {"lou@exemple.invalid", "max@exemple.invalid"}) {
            opens(Mailbox.link(MAILBOX.only(email)));
        }

        CommandRun created = run(
                "create-user",
                config,
                "--email",
                "nina@exemple.invalid",
                "--name",
                "Nina",
                "--employer",
                "35901",
                "--role",
                "agent",
                "--unit",
                "35901");
        assertThat(created.status()).as(created.err()).isZero();
        assertThat(created.out())
                .contains("Un courriel part à nina@exemple.invalid")
                .doesNotContain("/lien/");
        opens(Mailbox.link(MAILBOX.only("nina@exemple.invalid")));
    }

    /** From the page too: the administrator sees no link, each bearer gets one. */
    @Test
    void an_import_by_the_page_leaves_by_mail() {
        Visitor administrator = APP.signIn(APP.scene().administrator().account());
        String text = HEADER + "olga@exemple.invalid;Olga;35901;agent;35901;\n";
        String report =
                administrator.post("/personnes/importer", Map.of("texte", text)).body();
        String digest = report.replaceFirst("(?s).*name=\"lu\" value=\"([^\"]+)\".*", "$1");
        String done = administrator
                .post("/personnes/importer/confirmation", Map.of("texte", text, "lu", digest))
                .body();
        assertThat(done).contains("Importation faite").doesNotContain("/lien/");
        opens(Mailbox.link(MAILBOX.only("olga@exemple.invalid")));
    }

    private static void opens(String link) {
        assertThat(APP.anonymous().post(link, Map.of("password", PASSWORD)).statusCode())
                .isEqualTo(303);
        assertThat(APP.anonymous().get(link).statusCode()).as("once").isEqualTo(404);
    }

    private static CommandRun run(String... arguments) {
        return CommandRun.of(APP.scene().clock, arguments);
    }
}
