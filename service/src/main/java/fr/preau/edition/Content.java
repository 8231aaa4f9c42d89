package fr.preau.edition;

import fr.preau.checklist.Checklist;
import fr.preau.checklist.Roles;
import fr.preau.kernel.Paris;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that a format reads, and nothing else: a value without clock, database, language or reader, so that one dossier
 * gives the same bytes on another day. Every list is in its final order; texts are in French, the document's language.
 *
 * <p>The checklist brings its themes, controls, levels, parties by type of school and advice, whole.
 *
 * @param frozenAt when figures and texts were frozen; the one instant that a file may bear
 * @param sha256 of the frozen dossier, in hexadecimal: number and signatures, which come later, are not in it
 * @param fictitious whether schools are invented: each page then says « Données fictives »
 * @param sources the campaign's, then the earlier one's when there are trends
 * @param roles usual split of roles, one a theme
 * @param method how figures are made, and what they don't say
 */
public record Content(
        Imprint imprint,
        Instant frozenAt,
        String sha256,
        boolean fictitious,
        List<Source> sources,
        Checklist checklist,
        List<Roles> roles,
        List<Section> sections,
        List<Table> tables,
        List<Block> method) {

    public Content {
        sources = List.copyOf(sources);
        roles = List.copyOf(roles);
        sections = List.copyOf(sections);
        tables = List.copyOf(tables);
        method = List.copyOf(method);
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("the dossier's SHA-256 has 64 hexadecimal digits");
        }
        if (sources.isEmpty() || sources.size() > 2) {
            throw new IllegalArgumentException("figures come from one campaign or from two");
        }
        mustBePlaced(sections, tables);
    }

    /** Each table stands in one section, each section's tables are there. */
    private static void mustBePlaced(List<Section> sections, List<Table> tables) {
        Map<String, Integer> placed = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (Section section : sections) {
            if (!ids.add(section.id())) {
                throw new IllegalArgumentException("two sections " + section.id());
            }
            section.tables().forEach(table -> placed.merge(table, 1, Integer::sum));
        }
        for (Table table : tables) {
            if (!Integer.valueOf(1).equals(placed.remove(table.id()))) {
                throw new IllegalArgumentException("table " + table.id() + " stands in one section");
            }
        }
        if (!placed.isEmpty()) {
            throw new IllegalArgumentException("no table " + placed.keySet());
        }
    }

    /** A table by its id. */
    public Table table(String id) {
        return tables.stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + id));
    }

    /** The day on which it was frozen, in Europe/Paris. */
    public LocalDate frozenOn() {
        return LocalDate.ofInstant(frozenAt, Paris.ZONE);
    }

    /** The same with one section more, at the end, and its table. */
    Content with(Section section, Table table) {
        return new Content(
                imprint,
                frozenAt,
                sha256,
                fictitious,
                sources,
                checklist,
                roles,
                Stream.concat(sections.stream(), Stream.of(section)).toList(),
                Stream.concat(tables.stream(), Stream.of(table)).toList(),
                method);
    }

    /** The same with what comes after freezing: number, day, signatures. */
    public Content with(Imprint published) {
        return new Content(
                published, frozenAt, sha256, fictitious, sources, checklist, roles, sections, tables, method);
    }
}
