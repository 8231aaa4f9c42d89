package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.Refusal;
import java.util.List;
import java.util.function.Function;

/**
 * Signing in without a password, by one button a person: for the demonstration alone, on invented data. A real service
 * gets {@link #OFF}.
 *
 * @param buttons in the order of the page; empty when there is no such way in
 * @param account the account behind a button's key; it throws not found for a key that is nobody's
 */
public record DemoSignIn(List<DemoButton> buttons, Function<String, AccountId> account) {
    /** No way in but a password or a link. */
    public static final DemoSignIn OFF = new DemoSignIn(List.of(), key -> {
        throw Refusal.notFound();
    });

    public DemoSignIn {
        buttons = List.copyOf(buttons);
    }
}
