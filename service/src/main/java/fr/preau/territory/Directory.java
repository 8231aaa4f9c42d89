package fr.preau.territory;

import java.util.List;
import java.util.Map;

/**
 * A directory file once read: at most one line a school, and an account of every other line.
 *
 * @param read lines of the file, its header not counted: the sum of all the others
 * @param refused lines that can't be taken, with the reason
 * @param duplicates lines that gave way to another one of the same school
 */
record Directory(
        String fileName,
        String sha256,
        int read,
        List<DirectoryLine> lines,
        List<Remark> refused,
        List<Remark> duplicates,
        Map<LeftOut, Integer> leftOut) {

    Directory {
        lines = List.copyOf(lines);
        refused = List.copyOf(refused);
        duplicates = List.copyOf(duplicates);
        leftOut = Map.copyOf(leftOut);
    }

    /** The lines taken with something to look at, in their order. */
    List<Remark> flagged() {
        return lines.stream()
                .flatMap(line -> line.flags().stream()
                        .map(flag -> new Remark(line.line(), line.uai().value(), flag)))
                .toList();
    }
}
