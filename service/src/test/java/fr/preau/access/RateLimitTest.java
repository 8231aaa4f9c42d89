package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Visitor;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What meets somebody who asks faster than anybody reads. */
class RateLimitTest {
    private static final int MOST = 12;

    @RegisterExtension
    static final App APP = new App().with("requestsPerMinute", Integer.toString(MOST));

    private static int minute = 10;

    @BeforeEach
    void in_a_minute_of_its_own() {
        minute++;
        APP.scene().at("2026-11-23T09:%d:20Z".formatted(minute));
    }

    @Test
    void holds_one_session_and_no_other_until_the_minute_is_over() {
        Visitor fast = APP.signIn(APP.scene().agent().account());
        Visitor other = APP.signIn(APP.scene().agent().account());
        exhaust(fast, "/campagnes");
        HttpResponse<String> reply = fast.get("/campagnes");
        assertThat(reply.statusCode()).isEqualTo(429);
        assertThat(reply.headers().firstValue("Retry-After")).hasValue("40");
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(reply.body()).contains("Trop de demandes à la fois", "Attendez 40 secondes");
        assertThat(other.get("/campagnes").statusCode()).isEqualTo(200);
        assertThat(fast.get("/assets/none/none.css").statusCode()).isNotEqualTo(429);
        APP.scene().at("2026-11-23T09:%d:00Z".formatted(++minute));
        assertThat(fast.get("/campagnes").statusCode()).isEqualTo(200);
    }

    @Test
    void holds_one_token_in_the_words_of_the_api() {
        Visitor program = APP.bearer(APP.scene().agent().account(), Scope.READ);
        exhaust(program, "/api/v1/campaigns");
        HttpResponse<String> reply = program.get("/api/v1/campaigns");
        assertThat(reply.statusCode()).isEqualTo(429);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(reply.headers().firstValue("Retry-After")).isPresent();
        assertThat(reply.body()).contains("urn:preau:problem:too-many-requests");
    }

    @Test
    void holds_an_address_that_makes_secrets_up() {
        for (int i = 0; i < MOST; i++) {
            String made = "made-up-" + i;
            assertThat(new Visitor(APP.url(), "preau=" + made, null, "")
                            .get("/connexion")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(APP.anonymous().get("/connexion").statusCode()).isEqualTo(429);
        assertThat(new Visitor(APP.url(), null, "made-up", "")
                        .get("/api/v1/campaigns")
                        .statusCode())
                .isEqualTo(429);
        assertThat(APP.signIn(APP.scene().agent().account()).get("/campagnes").statusCode())
                .as("somebody known at the same address")
                .isEqualTo(200);
    }

    private static void exhaust(Visitor visitor, String path) {
        for (int i = 0; i < MOST; i++) {
            assertThat(visitor.get(path).statusCode()).isEqualTo(200);
        }
    }
}
