package fr.preau.access.oidc;

/**
 * What a code was worth.
 *
 * @param vouched whether the provider says that it has asked for a second factor
 * @param token the identity token, which the provider wants back at sign-out; it names a person, never log it
 */
public record Proof(Identity identity, boolean vouched, String token) {
    @Override
    public String toString() {
        return "proof";
    }
}
