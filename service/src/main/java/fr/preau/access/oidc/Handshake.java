package fr.preau.access.oidc;

/**
 * The three secrets of one sign-in at the provider: what must come back beside the code, inside the identity token, and
 * what shows that the code was asked for by us. Never logged: {@link #toString} hides them.
 *
 * @param state 43 URL-safe characters, as the two others
 */
public record Handshake(String state, String nonce, String verifier) {
    @Override
    public String toString() {
        return "handshake";
    }
}
