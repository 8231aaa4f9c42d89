package fr.preau.territory;

/**
 * The figures of one import, as its log and the journal keep them.
 *
 * <p>{@code read = created + changed + unchanged + refused + leftOut + duplicates}: no line is lost.
 *
 * @param changed schools whose line or collectivity differs from what was known
 * @param flagged remarks on lines that were taken
 * @param moved schools known before, whose collectivity differs; among the changed
 * @param closed schools that the file closes; among the changed
 * @param absent schools that a complete file lacks, proposed as closed
 * @param withoutCollectivity schools of the file that hang on the State's tree alone
 * @param withoutCollectivityPrivate those of them that are private
 * @param newCollectivities communes and groupings met for the first time
 */
public record ImportCounts(
        int read,
        int created,
        int changed,
        int unchanged,
        int refused,
        int leftOut,
        int duplicates,
        int flagged,
        int moved,
        int closed,
        int absent,
        int withoutCollectivity,
        int withoutCollectivityPrivate,
        int newCollectivities) {}
