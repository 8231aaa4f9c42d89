package fr.preau.checklist;

import org.jspecify.annotations.Nullable;

/**
 * A code that a control cites, with its meaning in our own words. It helps to find one's way and never replaces the
 * text itself.
 *
 * @param code as the source numbers it, such as {@code PCA-SAUVE}, {@code 37}, {@code art. 32}; a title for AUTRES
 * @param chapter where it stands in its source, null when that says nothing
 * @param meaning short paraphrase, null when the code speaks for itself or is not in the index
 */
public record Reference(
        ReferenceSource source,
        String code,
        @Nullable String chapter,
        @Nullable String meaning) {}
