package fr.preau.access;

import fr.preau.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/** What signing in compares with; an invited person who has not yet chosen a password has none. */
public record Credentials(AccountId account, @Nullable String passwordHash) {}
