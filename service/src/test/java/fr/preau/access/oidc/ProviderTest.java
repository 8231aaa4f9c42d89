package fr.preau.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.access.FakeProvider;
import fr.preau.access.FakeProvider.Signing;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a provider may answer: as agreed, or one refusal, whatever was wrong. */
class ProviderTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final AtomicReference<Instant> TIME = new AtomicReference<>(NOW);

    @RegisterExtension
    static final FakeProvider THERE = new FakeProvider(TIME::get);

    private static final URI CALLBACK = URI.create("http://localhost:8080/connexion/fournisseur/retour");
    private static final Handshake HANDSHAKE = new Handshake("s".repeat(43), "n".repeat(43), "v".repeat(43));
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    /** For a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration HASTE = Duration.ofMillis(500);

    private Provider provider;

    @BeforeEach
    void honest() {
        THERE.reset();
        TIME.set(NOW);
        provider = provider(settings(List.of("eidas2"), List.of("mfa")));
    }

    @Test
    void asks_for_a_code_with_state_nonce_and_pkce_and_nothing_that_is_ours_alone() {
        String asked = provider.authorization(HANDSHAKE).toString();
        assertThat(asked)
                .startsWith(THERE.issuer() + "/authorize?")
                .contains("response_type=code", "client_id=preau", "scope=openid+email", "acr_values=eidas1")
                .contains("code_challenge_method=S256", "state=sss", "nonce=nnn")
                .contains("claims=%7B%22id_token%22%3A%7B%22amr%22%3A%7B%22essential%22%3Atrue")
                .doesNotContain(HANDSHAKE.verifier(), "secret");
    }

    @Test
    void makes_an_identity_of_what_it_says_in_json_or_signed() {
        for (boolean signed : List.of(false, true)) {
            THERE.signedUserinfo = signed;
            Proof proof = redeem();
            assertThat(proof.identity())
                    .isEqualTo(new Identity(
                            THERE.issuer(),
                            "s-1",
                            "Camille Moreau",
                            "camille@ailleurs.invalid",
                            "cmoreau",
                            "80000001300017"));
            assertThat(proof.vouched()).isFalse();
        }
    }

    @Test
    void takes_its_word_for_a_second_factor_only_where_the_configuration_says_by_which_value() {
        THERE.token.put("amr", List.of("pwd", "mfa"));
        assertThat(redeem().vouched()).isTrue();
        THERE.token.put("amr", List.of("pwd"));
        assertThat(redeem().vouched()).isFalse();
        THERE.token.put("acr", "eidas2");
        assertThat(redeem().vouched()).isTrue();
        provider = provider(settings(List.of(), List.of()));
        assertThat(redeem().vouched()).isFalse();
    }

    @Test
    void says_of_a_person_no_more_than_one_line_each() {
        THERE.person.putAll(Map.of("given_name", "A\r\nB\u0000", "usual_name", "x".repeat(400), "siret", "12"));
        assertThat(redeem().identity().name()).hasSize(200).doesNotContainPattern("\\p{Cntrl}");
        assertThat(redeem().identity().siret()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> refuses_an_identity_token_that_is_not_exactly_as_agreed() {
        return Stream.of(
                lie("another key", () -> THERE.signing = Signing.OTHER_KEY),
                lie("alg none", () -> THERE.signing = Signing.NOTHING),
                lie("our own secret as the key", () -> THERE.signing = Signing.CLIENT_SECRET),
                lie("another nonce", () -> THERE.token.put("nonce", "x".repeat(43))),
                lie("no nonce", () -> THERE.token.put("nonce", null)),
                lie("another issuer", () -> THERE.token.put("iss", "https://autre.exemple.fr")),
                lie("another audience", () -> THERE.token.put("aud", "un autre service")),
                lie("several audiences, for another party", () -> {
                    THERE.token.put("aud", List.of(FakeProvider.CLIENT, "autre"));
                    THERE.token.put("azp", "autre");
                }),
                lie(
                        "several audiences, for nobody",
                        () -> THERE.token.put("aud", List.of(FakeProvider.CLIENT, "autre"))),
                lie("expired", () -> THERE.token.put("exp", Date.from(NOW.minusSeconds(61)))),
                lie("without an end", () -> THERE.token.put("exp", null)),
                lie("not yet", () -> THERE.token.put("nbf", Date.from(NOW.plusSeconds(300)))),
                lie("no subject", () -> THERE.token.put("sub", null)),
                lie("an endless subject", () -> THERE.person.put("sub", "s".repeat(256))),
                lie("a subject on two lines", () -> THERE.person.put("sub", "a\nb")));
    }

    @TestFactory
    Stream<DynamicTest> refuses_userinfo_that_is_about_another_or_not_signed_by_it() {
        return Stream.of(
                lie("another subject", () -> THERE.token.put("sub", "s-2")),
                lie("another subject, signed", () -> {
                    THERE.signedUserinfo = true;
                    THERE.token.put("sub", "s-2");
                }),
                lie("another key", () -> {
                    THERE.signedUserinfo = true;
                    THERE.userinfoSigning = Signing.OTHER_KEY;
                }),
                lie("alg none", () -> {
                    THERE.signedUserinfo = true;
                    THERE.userinfoSigning = Signing.NOTHING;
                }),
                lie("no reply worth the name", () -> THERE.lie("/userinfo", 200, "text/html", "<b>bonjour</b>")),
                lie("away", () -> THERE.lie("/userinfo", 503, "application/json", "{}")));
    }

    @TestFactory
    Stream<DynamicTest> refuses_what_comes_by_the_back_door_late_too_long_or_from_elsewhere() {
        return Stream.of(
                lie(
                        "a code refused",
                        () -> THERE.lie("/token", 400, "application/json", "{\"error\":\"invalid_grant\"}")),
                lie("no token", () -> THERE.lie("/token", 200, "application/json", "{}")),
                lie("no JSON", () -> THERE.lie("/token", 200, "application/json", "{")),
                lie(
                        "too long",
                        () -> THERE.lie("/token", 200, "application/json", " ".repeat(BoundedHttp.LARGEST + 1))),
                lie("silent", HASTE, () -> THERE.lie("/token", exchange -> sleep())),
                lie(
                        "drop by drop",
                        HASTE,
                        () -> THERE.lie("/token", exchange -> {
                            exchange.sendResponseHeaders(200, 0);
                            exchange.getResponseBody().write('{');
                            exchange.getResponseBody().flush();
                            sleep();
                        })),
                lie(
                        "redirected",
                        () -> THERE.lie("/token", exchange -> {
                            exchange.getResponseHeaders().set("Location", THERE.issuer() + "/ailleurs");
                            FakeProvider.reply(exchange, 307, "text/plain", "");
                        })),
                lie("keys away", () -> THERE.lie("/keys", 500, "text/plain", "")));
    }

    @Test
    void redeems_no_code_twice_and_none_of_another_sign_in() {
        String code = code(HANDSHAKE);
        provider.redeem(code, HANDSHAKE);
        assertRefused("signOn.refused", () -> provider.redeem(code, HANDSHAKE));
        Handshake other = new Handshake(HANDSHAKE.state(), HANDSHAKE.nonce(), "w".repeat(43));
        assertRefused("signOn.refused", () -> provider.redeem(code(HANDSHAKE), other));
        assertThat(THERE.asked).doesNotContain("/ailleurs");
    }

    @Test
    void is_told_to_be_away_at_once_and_found_again_when_it_is_back() {
        THERE.lie(DISCOVERY, 503, "text/plain", "");
        assertRefused("signOn.unavailable", () -> provider.authorization(HANDSHAKE));
        int asked = THERE.asked.size();
        assertRefused("signOn.unavailable", () -> provider.authorization(HANDSHAKE));
        assertThat(THERE.asked).as("nobody waits for it in a row").hasSize(asked);
        THERE.reset();
        TIME.set(NOW.plus(Duration.ofSeconds(11)));
        assertThat(provider.authorization(HANDSHAKE)).isNotNull();
        THERE.lie(DISCOVERY, 503, "text/plain", "");
        TIME.set(NOW.plus(Duration.ofHours(2)));
        assertThat(provider.authorization(HANDSHAKE))
                .as("what it last said still holds")
                .isNotNull();
    }

    @TestFactory
    Stream<DynamicTest> is_not_another_one_nor_in_the_clear() {
        return Stream.of("issuer", "authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")
                .map(entry -> DynamicTest.dynamicTest(entry, () -> {
                    THERE.reset();
                    THERE.metadata.put(entry, "http://autre.exemple.fr/x");
                    Provider fresh = provider(settings(List.of(), List.of()));
                    assertRefused("signOn.unavailable", () -> fresh.authorization(HANDSHAKE));
                }));
    }

    @Test
    void leads_out_with_the_token_it_gave_where_it_has_a_way_out() {
        String token = redeem().token();
        URI after = URI.create("http://localhost:8080/deconnexion/retour");
        assertThat(provider.logout(token, after, "z".repeat(43)).orElseThrow().toString())
                .startsWith(THERE.issuer() + "/logout?")
                .contains("id_token_hint=" + token, "post_logout_redirect_uri=http%3A%2F%2Flocalhost", "state=zzz");
        THERE.metadata.put("end_session_endpoint", "http://autre.exemple.fr/sortie");
        Provider fresh = provider(settings(List.of(), List.of()));
        assertThat(fresh.logout(token, after, "z".repeat(43))).isEmpty();
        THERE.lie(DISCOVERY, 503, "text/plain", "");
        Provider away = provider(settings(List.of(), List.of()));
        assertRefused("signOn.unavailable", () -> away.logout(token, after, "z".repeat(43)));
    }

    private DynamicTest lie(String name, Runnable lie) {
        return lie(name, PATIENCE, lie);
    }

    private DynamicTest lie(String name, Duration timeout, Runnable lie) {
        return DynamicTest.dynamicTest(name, () -> {
            THERE.reset();
            lie.run();
            // A new one: keys are asked for again twice a minute at most.
            provider = provider(settings(List.of(), List.of(), timeout));
            provider.authorization(HANDSHAKE);
            assertRefused("signOn.refused", this::redeem);
        });
    }

    private Proof redeem() {
        return provider.redeem(code(HANDSHAKE), HANDSHAKE);
    }

    private String code(Handshake handshake) {
        String back = THERE.comesBack(provider.authorization(handshake));
        return back.substring(back.indexOf("code=") + 5, back.indexOf('&'));
    }

    private static Provider provider(ProviderSettings settings) {
        return new Provider(settings, CALLBACK, TIME::get);
    }

    private static ProviderSettings settings(List<String> acr, List<String> amr) {
        return settings(acr, amr, PATIENCE);
    }

    private static ProviderSettings settings(List<String> acr, List<String> amr, Duration timeout) {
        return new ProviderSettings(
                THERE.issuer(),
                "Essai",
                new ProviderSettings.Client(FakeProvider.CLIENT, FakeProvider.SECRET, false, true),
                new ProviderSettings.Asked(List.of("openid", "email"), List.of("eidas1"), "RS256"),
                new ProviderSettings.SecondFactor(acr, amr),
                timeout);
    }

    private static void assertRefused(String key, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(((Problem.Conflict) refusal.problem())
                                        .message()
                                        .key())
                                .isEqualTo(key));
    }

    private static void sleep() {
        try {
            Thread.sleep(1_500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
