package fr.preau.access;

import fr.preau.web.FormErrors;
import java.util.List;

/**
 * What the sign-in page shows.
 *
 * @param email what was typed before
 * @param back the page that one wanted
 * @param people the demonstration's buttons, empty on a real service
 */
public record SignInForm(String email, ReturnPath back, FormErrors errors, List<DemoButton> people) {}
