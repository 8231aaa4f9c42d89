package fr.preau.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCClaimsRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.ClaimRequirement;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSetRequest;
import fr.preau.kernel.Refusal;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The other service where people sign in. Nothing is asked of it before somebody comes, and whatever it answers that is
 * not exactly as agreed is one same refusal: its own words reach neither a page nor the log.
 */
public final class Provider {
    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);

    private final ProviderSettings settings;
    private final URI callback;
    private final BoundedHttp http;
    private final Discovery discovery;
    private final SignedClaims signed;

    /** @param callback where it sends browsers back to, as registered there */
    public Provider(ProviderSettings settings, URI callback, InstantSource clock) {
        this.settings = settings;
        this.callback = callback;
        http = new BoundedHttp(settings.timeout());
        discovery = new Discovery(settings, http, clock);
        signed = new SignedClaims(settings, clock);
    }

    /** As people know it. */
    public String name() {
        return settings.name();
    }

    public String issuer() {
        return settings.issuer();
    }

    /**
     * Where to send the browser.
     *
     * @throws Refusal conflict, when the provider can't be reached
     */
    public URI authorization(Handshake handshake) {
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope(settings.asked().scopes().toArray(String[]::new)),
                        new ClientID(settings.client().id()),
                        callback)
                .endpointURI(discovery.now().authorization())
                .state(new State(handshake.state()))
                .nonce(new Nonce(handshake.nonce()));
        if (settings.client().pkce()) {
            request.codeChallenge(new CodeVerifier(handshake.verifier()), CodeChallengeMethod.S256);
        }
        if (!settings.asked().acrValues().isEmpty()) {
            request.acrValues(
                    settings.asked().acrValues().stream().map(ACR::new).toList());
        }
        if (!settings.secondFactor().amr().isEmpty()) {
            // Some providers say by which means somebody came in only to who asks for it.
            request.claims(new OIDCClaimsRequest()
                    .withIDTokenClaimsRequest(new ClaimsSetRequest()
                            .add(new ClaimsSetRequest.Entry("amr").withClaimRequirement(ClaimRequirement.ESSENTIAL))));
        }
        return request.build().toURI();
    }

    /**
     * Turns the code that came back into an identity.
     *
     * @throws Refusal conflict, when the provider can't be reached or says anything else than what was agreed
     */
    public Proof redeem(String code, Handshake handshake) {
        Discovery.Published at = discovery.now();
        try {
            OIDCTokenResponse reply = tokens(at, code, handshake);
            JWT token = Optional.ofNullable(reply.getOIDCTokens().getIDToken())
                    .orElseThrow(() -> new ParseException("no identity token"));
            JWTClaimsSet claims = signed.ofToken(token, at.keys(), handshake);
            JWTClaimsSet told = userinfo(at, reply.getOIDCTokens().getAccessToken(), claims.getSubject());
            boolean vouched =
                    settings.secondFactor().isVouchedBy(SignedClaims.text(claims, "acr"), SignedClaims.methods(claims));
            return new Proof(identity(claims, told), vouched, token.serialize());
        } catch (IOException | ParseException | java.text.ParseException | BadJOSEException | JOSEException e) {
            LOG.warn("single sign-on: what {} answers is refused, {}", settings.issuer(), Discovery.kind(e));
            throw Refusal.conflict("signOn.refused", settings.name());
        }
    }

    private OIDCTokenResponse tokens(Discovery.Published at, String code, Handshake handshake)
            throws IOException, ParseException {
        CodeVerifier verifier = settings.client().pkce() ? new CodeVerifier(handshake.verifier()) : null;
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(new AuthorizationCode(code), callback, verifier);
        HTTPRequest request = new TokenRequest.Builder(at.token(), authentication(), grant)
                .build()
                .toHTTPRequest();
        HTTPResponse reply = request.send(http);
        reply.ensureStatusCode(HTTPResponse.SC_OK);
        return (OIDCTokenResponse) OIDCTokenResponseParser.parse(reply).toSuccessResponse();
    }

    private ClientAuthentication authentication() {
        ClientID id = new ClientID(settings.client().id());
        Secret secret = new Secret(settings.client().secret());
        return settings.client().secretInHeader()
                ? new ClientSecretBasic(id, secret)
                : new ClientSecretPost(id, secret);
    }

    /** As JSON, which the connection alone protects, or signed. About the same subject, or nothing. */
    private JWTClaimsSet userinfo(Discovery.Published at, AccessToken access, String subject)
            throws IOException, ParseException, java.text.ParseException, BadJOSEException, JOSEException {
        HTTPResponse reply =
                new UserInfoRequest(at.userinfo(), access).toHTTPRequest().send(http);
        reply.ensureStatusCode(HTTPResponse.SC_OK);
        var told = UserInfoResponse.parse(reply).toSuccessResponse();
        if (told.getUserInfoJWT() != null) {
            return signed.ofUserInfo(told.getUserInfoJWT(), at.keys(), subject);
        }
        JWTClaimsSet claims = JWTClaimsSet.parse(told.getUserInfo().toJSONString());
        if (!subject.equals(claims.getSubject())) {
            throw new ParseException("another subject");
        }
        return claims;
    }

    private Identity identity(JWTClaimsSet token, JWTClaimsSet told) throws ParseException {
        String subject = token.getSubject();
        if (subject.isEmpty() || subject.length() > Identity.LONGEST_SUBJECT || !subject.matches("\\p{Graph}+")) {
            throw new ParseException("not a subject");
        }
        String usual = SignedClaims.text(told, "usual_name");
        return new Identity(
                settings.issuer(),
                subject,
                Identity.named(
                        SignedClaims.text(told, "given_name"),
                        usual.isEmpty() ? SignedClaims.text(told, "family_name") : usual),
                SignedClaims.text(told, "email"),
                SignedClaims.text(told, "uid"),
                SignedClaims.text(told, "siret"));
    }

    /** Where to send the browser so that the session there ends too; empty when the provider has no such page. */
    public Optional<URI> logout(String token, URI after, String state) {
        return discovery.now().logout().flatMap(address -> {
            try {
                return Optional.of(new LogoutRequest(address, JWTParser.parse(token), after, new State(state)).toURI());
            } catch (java.text.ParseException e) {
                return Optional.empty();
            }
        });
    }
}
