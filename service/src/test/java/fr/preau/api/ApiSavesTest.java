package fr.preau.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two people who save in the same instant. */
class ApiSavesTest {
    @RegisterExtension
    static final App APP = new App();

    private static final int PAIRS = 10;

    @Test
    void on_different_controls_all_are_kept() throws Exception {
        ApiClient one = ApiClient.of(APP, APP.scene().agent(), Scope.ANSWER);
        ApiClient other = ApiClient.of(APP, APP.scene().agent(), Scope.ANSWER);
        String audit = ApiWalkTest.auditOf(one, Scene.COLLEGE.value());
        List<String> controls = controls(one, audit);
        for (int pair = 0; pair < PAIRS; pair++) {
            String first = audit + "/answers/" + controls.get(2 * pair);
            String second = audit + "/answers/" + controls.get(2 * pair + 1);
            assertThat(together(
                            () -> one.put(first, 0, "{\"verdict\":\"CONFORME\"}"),
                            () -> other.put(second, 0, "{\"verdict\":\"PARTIEL\"}")))
                    .containsExactly(200, 200);
        }
        JsonNode kept = one.get(audit).json().at("/figures");
        assertThat(kept.get("conforming").asInt()).isEqualTo(PAIRS);
        assertThat(kept.get("partial").asInt()).isEqualTo(PAIRS);
    }

    @Test
    void on_the_same_control_one_is_kept_and_the_other_is_told() throws Exception {
        ApiClient one = ApiClient.of(APP, APP.scene().agent(), Scope.ANSWER);
        ApiClient other = ApiClient.of(APP, APP.scene().agent(), Scope.ANSWER);
        String audit = ApiWalkTest.auditOf(one, Scene.SECOND_COLLEGE.value());
        List<String> controls = controls(one, audit);
        for (int pair = 0; pair < PAIRS; pair++) {
            String answer = audit + "/answers/" + controls.get(pair);
            assertThat(together(
                            () -> one.put(answer, 0, "{\"verdict\":\"CONFORME\"}"),
                            () -> other.put(answer, 0, "{\"verdict\":\"PARTIEL\"}")))
                    .containsExactlyInAnyOrder(200, 412);
        }
        assertThat(one.get(audit).json().at("/answers").findValuesAsText("version"))
                .contains("1")
                .doesNotContain("2");
    }

    private static List<String> controls(ApiClient client, String audit) {
        return client.get(audit).json().at("/answers").findValuesAsText("control");
    }

    private static List<Integer> together(Callable<ApiReply> one, Callable<ApiReply> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<ApiReply>> replies = new ArrayList<>();
            for (Callable<ApiReply> call : List.of(one, other)) {
                replies.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            return List.of(replies.get(0).get().status(), replies.get(1).get().status());
        } finally {
            threads.shutdown();
        }
    }
}
