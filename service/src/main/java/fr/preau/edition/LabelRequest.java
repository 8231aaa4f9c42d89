package fr.preau.edition;

import fr.preau.kernel.AccountId;
import java.time.Instant;

/** Somebody's wish to lower a label, which another one has to decide. */
public record LabelRequest(
        long id, Label label, String reason, AccountId askedBy, String askedByName, Instant askedAt) {}
