package fr.preau.demo;

import fr.preau.demo.DemoTerritory.Owner;
import fr.preau.territory.StateDepartment;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes the invented territory of the demonstration as a directory file and its overrides. Always the same bytes. */
final class DemoDirectory {
    private final DemoTerritory territory;

    DemoDirectory(DemoTerritory territory) {
        this.territory = territory;
    }

    /** The directory file. */
    byte[] file() {
        StringWriter text = new StringWriter();
        try (MinistryFile file = new MinistryFile(text)) {
            StateDepartment department = StateDepartment.of(DemoTerritory.DEPARTMENT);
            for (DemoSchool school : territory.schools()) {
                file.write(line(school, department));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The override file: {@code uai;siren;nom} for each school of the second degree. */
    byte[] overrides() {
        StringBuilder text = new StringBuilder("uai;siren;nom").append(MinistryFile.END);
        for (DemoSchool school : territory.schools()) {
            Owner owner = school.owner();
            if (owner != null) {
                text.append(String.join(";", school.uai().value(), owner.siren(), owner.name()))
                        .append(MinistryFile.END);
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static MinistryFile.Line line(DemoSchool school, StateDepartment department) {
        int least = school.kind().ofCommune() ? 48 : 310;
        int most = school.kind().ofCommune() ? 270 : 900;
        int pupils = least + Dice.below(most - least, "pupils", school.uai().value());
        return new MinistryFile.Line(
                school.uai(),
                school.name(),
                school.kind(),
                school.commune().code(),
                school.commune().name(),
                department,
                pupils);
    }
}
