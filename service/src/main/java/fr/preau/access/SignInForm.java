package fr.preau.access;

import fr.preau.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the sign-in page shows.
 *
 * @param email what was typed before
 * @param back the page that one wanted
 * @param people the demonstration's buttons, empty on a real service
 * @param provider name of the provider of identities, null without one
 * @param mail whether a forgotten password is helped by mail
 */
public record SignInForm(
        String email,
        ReturnPath back,
        FormErrors errors,
        List<DemoButton> people,
        @Nullable String provider,
        boolean mail) {}
