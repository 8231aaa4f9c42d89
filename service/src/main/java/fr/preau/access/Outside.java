package fr.preau.access;

import fr.preau.database.Rounds;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The two other services that people may come in by, each null where the configuration names none. The demonstration has
 * neither.
 *
 * @param signOns through a provider of identities
 * @param mails that carry links
 */
public record Outside(@Nullable SignOns signOns, @Nullable Mails mails) {
    public static final Outside NONE = new Outside(null, null);

    /** The provider's name for the buttons that lead there, null without one. */
    @Nullable
    String provider() {
        return signOns == null ? null : signOns.providerName();
    }

    /** What sends the mails, empty where there are none. */
    public Optional<Rounds> postman() {
        return Optional.ofNullable(mails).map(Mails::postman);
    }

    boolean mail() {
        return mails != null;
    }
}
