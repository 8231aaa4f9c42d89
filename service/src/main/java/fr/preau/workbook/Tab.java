package fr.preau.workbook;

import java.util.List;

/**
 * One sheet to write.
 *
 * @param widths of its columns, in characters
 * @param frozenColumns columns that stay when one scrolls, as {@code frozenRows} do
 * @param hidden whether it is for the service alone
 */
public record Tab(String name, List<Integer> widths, int frozenColumns, int frozenRows, boolean hidden) {
    private static final int LONGEST = 31;

    public Tab {
        widths = List.copyOf(widths);
        // What a spreadsheet takes as a sheet's name.
        name = name.replaceAll("[\\[\\]*?:/\\\\']", " ").strip();
        name = name.length() > LONGEST ? name.substring(0, LONGEST).strip() : name;
    }
}
