package fr.preau.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A workbook taken apart into texts, changed as a person changes it, and saved again without any of its looks. */
public final class Edited {
    private final Map<String, List<List<String>>> tabs = new LinkedHashMap<>();

    private Edited() {}

    public static Edited of(byte[] file) {
        Edited edited = new Edited();
        try (Parts parts = Parts.open(Books.file(file))) {
            BookReader.of(parts)
                    .read(
                            tab -> true,
                            (tab, cells) -> edited.tabs
                                    .computeIfAbsent(tab, key -> new ArrayList<>())
                                    .add(new ArrayList<>(cells)));
            return edited;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, List<List<String>>> tabs() {
        return tabs;
    }

    /** Fills the two cells of a school and a control in. */
    public Edited set(String uai, String control, String answer, String comment) {
        for (List<List<String>> rows : tabs.values()) {
            int column = column(rows, control);
            rows.stream().filter(row -> column > 0 && row.get(0).equals(uai)).forEach(row -> {
                while (row.size() < column + 2) {
                    row.add("");
                }
                row.set(column, answer);
                row.set(column + 1, comment);
            });
        }
        return this;
    }

    /** Fills the answers of one theme in, of every school. */
    public Edited fillTheme(String theme, String answer) {
        for (List<List<String>> rows : tabs.values()) {
            if (rows.size() > Layout.HEAD_ROWS) {
                List<String> heads = rows.get(1);
                List<String> schools = rows.subList(Layout.HEAD_ROWS, rows.size()).stream()
                        .map(row -> row.get(0))
                        .toList();
                heads.stream()
                        .filter(head -> head.startsWith(theme + "-"))
                        .map(head -> head.substring(0, head.indexOf('\n')))
                        .forEach(control -> schools.forEach(school -> set(school, control, answer, "")));
            }
        }
        return this;
    }

    /** Fills every cell of every school in. */
    public Edited fill(String answer, String comment) {
        tabs.values().stream()
                .filter(rows ->
                        rows.size() > Layout.HEAD_ROWS && rows.get(0).get(0).startsWith(Layout.MARK))
                .forEach(rows -> rows.subList(Layout.HEAD_ROWS, rows.size()).forEach(row -> {
                    while (row.size() < rows.get(2).size()) {
                        row.add("");
                    }
                    for (int column = Layout.SCHOOL.size(); column + 1 < row.size(); column += 2) {
                        row.set(column, answer);
                        row.set(column + 1, comment);
                    }
                }));
        return this;
    }

    String answer(String uai, String control) {
        return at(uai, control, 0);
    }

    String comment(String uai, String control) {
        return at(uai, control, 1);
    }

    private String at(String uai, String control, int offset) {
        return tabs.values().stream()
                .filter(rows -> column(rows, control) > 0)
                .flatMap(rows -> rows.stream()
                        .filter(row -> row.get(0).equals(uai))
                        .map(row -> column(rows, control) + offset < row.size()
                                ? row.get(column(rows, control) + offset)
                                : ""))
                .findFirst()
                .orElseThrow();
    }

    private static int column(List<List<String>> rows, String control) {
        return rows.size() < 2
                ? -1
                : IntStream.range(0, rows.get(1).size())
                        .filter(i -> rows.get(1).get(i).startsWith(control + "\n"))
                        .findFirst()
                        .orElse(-1);
    }

    /** Rows in the reverse order, as somebody sorts them; heads stay. */
    Edited sorted() {
        tabs.forEach((name, rows) -> {
            if (!name.startsWith("_") && rows.size() > 3) {
                Collections.reverse(rows.subList(3, rows.size()));
            }
        });
        return this;
    }

    public byte[] save(Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BookWriter book = format.writer(out)) {
            for (Map.Entry<String, List<List<String>>> tab : tabs.entrySet()) {
                book.tab(new Tab(tab.getKey(), List.of(11), 0, 0, false));
                for (List<String> row : tab.getValue()) {
                    book.row(
                            Layout.LINE,
                            row.stream()
                                    .map(text -> Box.of(text, Style.COMMENT))
                                    .toList());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
