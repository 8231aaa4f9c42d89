package fr.preau.territory;

import fr.preau.territory.ShippedTerritory.SecondDegree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The law's answer to « which collectivity does this school belong to »: a commune, or one of the second degree.
 *
 * <p>It doesn't know of transfers to an intercommunality: the override file tells those, and a decision wins over both.
 */
final class AttachmentRule {
    /**
     * @param collectivity INSEE code or SIREN
     * @param name what the file calls a commune, null when the collectivity is named elsewhere
     */
    record Attachment(String collectivity, @Nullable String name) {}

    private record Competence(String department, SchoolType type) {}

    private final ShippedTerritory shipped;
    private final Map<Competence, List<SecondDegree>> competent = new HashMap<>();

    AttachmentRule(ShippedTerritory shipped) {
        this.shipped = shipped;
        for (SecondDegree one : shipped.secondDegree()) {
            for (String department : one.departments()) {
                one.types()
                        .forEach(type -> competent
                                .computeIfAbsent(new Competence(department, type), key -> new ArrayList<>())
                                .add(one));
            }
        }
    }

    /** Where the line's school belongs; empty for a CIO, a private school, and where no rule says. */
    Optional<Attachment> of(DirectoryLine line) {
        if (line.sector() == Sector.PRIVATE || line.type() == SchoolType.CIO) {
            return Optional.empty();
        }
        Attachment commune = commune(line);
        if (line.type() == SchoolType.ECOLE) {
            return Optional.of(commune);
        }
        return secondDegree(line, commune.collectivity());
    }

    private Attachment commune(DirectoryLine line) {
        return shipped.district(line.commune())
                .map(city -> new Attachment(city.commune(), city.name()))
                .orElseGet(() -> new Attachment(
                        line.commune(), line.communeName().equals(line.commune()) ? null : line.communeName()));
    }

    private Optional<Attachment> secondDegree(DirectoryLine line, String commune) {
        List<SecondDegree> candidates =
                competent.getOrDefault(new Competence(line.department(), line.type()), List.of());
        return candidates.stream()
                .filter(one -> one.communes() != null && one.communes().contains(commune))
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(one -> one.communes() == null)
                        .findFirst())
                .map(one -> new Attachment(one.code(), null));
    }
}
