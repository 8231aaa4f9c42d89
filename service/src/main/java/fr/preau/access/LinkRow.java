package fr.preau.access;

import fr.preau.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/** A one-time link that is still good; a first one has no account yet. */
public record LinkRow(
        LinkPurpose purpose,
        @Nullable AccountId account,
        @Nullable String email,
        @Nullable String name) {}
