package fr.preau.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Scope;
import fr.preau.kernel.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The script that the benchmark compares saves with sends what a save sends, statement by statement. */
class SaveScriptTest {
    @RegisterExtension
    static final App APP = new App();

    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    @Test
    void sends_what_a_save_over_an_answer_sends() throws IOException {
        ApiClient agent = ApiClient.of(APP, APP.scene().agent(), Scope.ANSWER);
        String answer = ApiWalkTest.auditOf(agent, Scene.COLLEGE.value()) + "/answers/SAU-02";
        assertThat(agent.put(answer, 0, "{\"verdict\":\"CONFORME\",\"comment\":\"Essai 0\"}")
                        .status())
                .isEqualTo(200);
        APP.services().database().call(Actor.SYSTEM, Handle::getJdbi).installPlugin(new JdbiPlugin() {
            @Override
            public Connection customizeConnection(Connection connection) {
                return recorded(connection);
            }
        });
        assertThat(agent.put(answer, 1, "{\"verdict\":\"PARTIEL\",\"comment\":\"Essai 1\"}")
                        .status())
                .isEqualTo(200);
        assertThat(List.copyOf(sent)).isEqualTo(script());
    }

    /** The connection, which says what a request has it send; what the service does beside requests is left out. */
    private Connection recorded(Connection connection) {
        if (!Thread.currentThread().getName().startsWith("dw-")) {
            return connection;
        }
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, values) -> {
                    switch (method.getName()) {
                        case "setAutoCommit" -> sent.addAll(values[0].equals(false) ? List.of("BEGIN") : List.of());
                        case "commit" -> sent.add("COMMIT");
                        case "prepareStatement" -> sent.add(plain((String) values[0]));
                        default -> {}
                    }
                    try {
                        return method.invoke(connection, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The statements of the script, without the one of its own; its answer and comment, which alternate, are parameters. */
    private static List<String> script() throws IOException {
        String text;
        try (InputStream script = SaveScriptTest.class.getResourceAsStream("/fr/preau/bench/save.sql")) {
            text = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
        String alternating = text.replace("(ARRAY['CONFORME', 'PARTIEL'])[1 + :seen::int % 2]", ":verdict")
                .replace("'Essai ' || :seen", ":comment")
                .replaceAll("(?m)^\\\\.*", "");
        return Arrays.stream(alternating.split(";|\\\\gset.*"))
                .map(SaveScriptTest::plain)
                .filter(sql -> !sql.isEmpty() && !sql.contains("bench_target"))
                .toList();
    }

    /** One line without comments, with a question mark for each parameter. */
    private static String plain(String sql) {
        return sql.replaceAll("(?m)--.*$", "")
                .replaceAll("(?<!:):\\w+", "?")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
