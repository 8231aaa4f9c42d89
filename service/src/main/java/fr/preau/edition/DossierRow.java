package fr.preau.edition;

import org.jspecify.annotations.Nullable;

/** A decision as it is kept. */
public record DossierRow(
        String family, String unit, String slice, @Nullable String hidden) {
    static DossierRow of(Decision decision) {
        Hidden hidden = decision.hidden();
        Group group = decision.group();
        return new DossierRow(
                group.family().name(), group.unit(), group.slice(), hidden == null ? null : hidden.name());
    }
}
