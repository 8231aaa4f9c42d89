package fr.preau.access.oidc;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who somebody is at the provider. Issuer and subject alone tell one identity from another; the rest only lets its owner
 * recognise it, and is empty when the provider does not say it.
 *
 * @param uid the person's login or number at the organisation
 * @param siret of the organisation that vouches for the person, fourteen digits
 */
public record Identity(String issuer, String subject, String name, String email, String uid, String siret) {
    static final int LONGEST_SUBJECT = 255;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_UID = 100;

    public Identity {
        name = line(name, LONGEST_NAME);
        email = line(email, LONGEST_EMAIL);
        uid = line(uid, LONGEST_UID);
        siret = siret.matches("\\d{14}") ? siret : "";
    }

    /** « Camille Moreau », from whichever of the two names there are. */
    static String named(String given, String usual) {
        return Stream.of(given, usual).filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
    }

    /** One line without control characters, cut where it is too long. */
    private static String line(String text, int longest) {
        String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.length() > longest ? clean.substring(0, longest) : clean;
    }
}
