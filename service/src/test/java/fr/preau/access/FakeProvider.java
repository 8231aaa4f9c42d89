package fr.preau.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The network's other end: a provider of identities over HTTP on loopback, which holds us to the protocol (secret, PKCE,
 * address to come back to, each code once) and lies on demand. {@link #reset} makes it honest again.
 */
public final class FakeProvider implements AfterAllCallback {
    public static final String CLIENT = "preau";
    public static final String SECRET = "un secret que seul le fournisseur connaît, long comme il faut";

    private static final RSAKey OWN = key("own");
    private static final RSAKey OTHER = key("own");

    /** By what an identity token is signed. */
    public enum Signing {
        OWN_KEY,
        OTHER_KEY,
        NOTHING,
        CLIENT_SECRET
    }

    /** What somebody was sent here with. */
    private record Leaving(String nonce, String challenge, String callback) {}

    private final HttpServer server;
    private final InstantSource clock;
    private final Map<String, Leaving> codes = new ConcurrentHashMap<>();
    private final Map<String, HttpHandler> instead = new ConcurrentHashMap<>();

    /** Claims of the identity token, beside or in place of the right ones; a null one is left out. */
    public final Map<String, Object> token = new HashMap<>();
    /** Claims of the person; they hold the subject. */
    public final Map<String, Object> person = new HashMap<>();
    /** Entries of the discovery document in place of the right ones. */
    public final Map<String, Object> metadata = new HashMap<>();

    public final List<String> asked = new ArrayList<>();
    /** What it has handed out beside codes: access and identity tokens. */
    public final List<String> given = new ArrayList<>();

    public Signing signing;
    public Signing userinfoSigning;
    public boolean signedUserinfo;

    public FakeProvider(InstantSource clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "provider");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
        reset();
    }

    public void reset() {
        instead.clear();
        token.clear();
        metadata.clear();
        person.clear();
        person.putAll(Map.of("sub", "s-1", "given_name", "Camille", "usual_name", "Moreau"));
        person.putAll(Map.of("email", "camille@ailleurs.invalid", "uid", "cmoreau", "siret", "80000001300017"));
        signing = Signing.OWN_KEY;
        userinfoSigning = Signing.OWN_KEY;
        signedUserinfo = false;
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Answers at this path by something else. */
    public void lie(String path, HttpHandler handler) {
        instead.put(path, handler);
    }

    /** Answers at this path with that. */
    public void lie(String path, int status, String type, String body) {
        lie(path, exchange -> reply(exchange, status, type, body));
    }

    /** The person signs in there: what their browser is then sent to, from the slash on. */
    public String comesBack(URI authorization) {
        Map<String, List<String>> sent = URLUtils.parseParameters(authorization.getRawQuery());
        String code = "code-" + Secret.random().text();
        codes.put(code, new Leaving(one(sent, "nonce"), one(sent, "code_challenge"), one(sent, "redirect_uri")));
        URI callback = URI.create(one(sent, "redirect_uri"));
        return callback.getRawPath() + "?code=" + code + "&state=" + one(sent, "state");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        HttpHandler lie = instead.get(path);
        if (lie != null) {
            lie.handle(exchange);
            return;
        }
        switch (path) {
            case "/.well-known/openid-configuration" -> reply(exchange, 200, "application/json", discovery());
            case "/keys" -> reply(exchange, 200, "application/json", new JWKSet(OWN.toPublicJWK()).toString());
            case "/token" -> token(exchange);
            case "/userinfo" -> userinfo(exchange);
            default -> reply(exchange, 404, "text/plain", "");
        }
    }

    private String discovery() {
        Map<String, Object> document = new HashMap<>(Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "userinfo_endpoint", issuer() + "/userinfo",
                "end_session_endpoint", issuer() + "/logout",
                "jwks_uri", issuer() + "/keys",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256")));
        document.putAll(metadata);
        return JSONObjectUtils.toJSONString(document);
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, List<String>> sent = URLUtils.parseParameters(body);
        Leaving leaving = codes.remove(one(sent, "code"));
        boolean right = leaving != null
                && CLIENT.equals(one(sent, "client_id"))
                && SECRET.equals(one(sent, "client_secret"))
                && leaving.callback().equals(one(sent, "redirect_uri"))
                && challenge(one(sent, "code_verifier")).equals(leaving.challenge());
        if (!right) {
            reply(exchange, 400, "application/json", "{\"error\":\"invalid_grant\"}");
            return;
        }
        Instant now = clock.instant();
        Map<String, Object> claims = new HashMap<>(
                Map.of("iss", issuer(), "sub", person.get("sub"), "aud", CLIENT, "nonce", leaving.nonce()));
        claims.put("iat", Date.from(now));
        claims.put("exp", Date.from(now.plusSeconds(60)));
        claims.putAll(token);
        String access = "access-" + Secret.random().text();
        String signed = sign(claims, signing);
        given.addAll(List.of(access, signed));
        reply(
                exchange,
                200,
                "application/json",
                JSONObjectUtils.toJSONString(
                        Map.of("access_token", access, "token_type", "Bearer", "expires_in", 60, "id_token", signed)));
    }

    private void userinfo(HttpExchange exchange) throws IOException {
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!given.startsWith("Bearer access-")) {
            reply(exchange, 401, "application/json", "{}");
            return;
        }
        if (!signedUserinfo) {
            reply(exchange, 200, "application/json", JSONObjectUtils.toJSONString(person));
            return;
        }
        Map<String, Object> claims = new HashMap<>(person);
        claims.put("iss", issuer());
        claims.put("aud", CLIENT);
        reply(exchange, 200, "application/jwt", sign(claims, userinfoSigning));
    }

    private static String sign(Map<String, Object> claims, Signing signing) {
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder();
        claims.forEach(builder::claim);
        JWTClaimsSet set = builder.build();
        try {
            switch (signing) {
                case NOTHING -> {
                    return new PlainJWT(set).serialize();
                }
                case CLIENT_SECRET -> {
                    SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), set);
                    jwt.sign(new MACSigner(SECRET));
                    return jwt.serialize();
                }
                case OWN_KEY, OTHER_KEY -> {
                    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID("own")
                            .build();
                    SignedJWT jwt = new SignedJWT(header, set);
                    jwt.sign(new RSASSASigner(signing == Signing.OWN_KEY ? OWN : OTHER));
                    return jwt.serialize();
                }
            }
            throw new IllegalStateException();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        return verifier.isEmpty()
                ? ""
                : CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier))
                        .getValue();
    }

    private static String one(Map<String, List<String>> sent, String name) {
        List<String> values = sent.get(name);
        return values == null || values.isEmpty() ? "" : values.get(0);
    }

    public static void reply(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.stop(0);
    }
}
