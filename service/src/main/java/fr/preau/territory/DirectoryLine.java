package fr.preau.territory;

import fr.preau.kernel.Message;
import fr.preau.kernel.SearchText;
import fr.preau.kernel.Uai;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One school as a directory file tells it, with its codes set right (lost zeros, old académies).
 *
 * @param line number of its line in the file
 * @param commune INSEE code, which may be a municipal district
 * @param communeName the file's name for it, or the code where the file has no name
 * @param siret SIRET, or SIREN alone; null when absent or wrong
 * @param parent UAI of the mother school, null for most
 * @param updated day on which the ministry last wrote the line, null when not told
 * @param flags what is to look at, though the line is taken
 */
record DirectoryLine(
        int line,
        Uai uai,
        String name,
        SchoolType type,
        Sector sector,
        SchoolState state,
        String commune,
        String communeName,
        String department,
        @Nullable String nature,
        @Nullable String siret,
        @Nullable String parent,
        @Nullable LocalDate updated,
        List<Message> flags) {

    DirectoryLine {
        flags = List.copyOf(flags);
    }

    String searchText() {
        return SearchText.fold(uai.value() + " " + name + " " + communeName);
    }

    /** Whether this line wins over an earlier one of the same school: only when the ministry wrote it later. */
    boolean isLaterThan(DirectoryLine earlier) {
        return updated != null && (earlier.updated == null || updated.isAfter(earlier.updated));
    }
}
