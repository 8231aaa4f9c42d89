package fr.preau.demo;

import fr.preau.demo.CountryPlan.Part;
import fr.preau.kernel.Uai;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Writes an invented country as the ministry's directory file, and beside it the overrides that give its second degree to
 * invented collectivities. Real are the académies, départements and regions alone. The same plan, the same bytes.
 */
public final class CountryDirectory {
    private static final int FIRST_UAI = 8_000_000;
    private static final int UAIS = 1_000_000;
    private static final double ECOLES = 0.8;

    private final CountryPlan plan;
    private final SplittableRandom random;
    private final CountryWords words = CountryWords.load();
    private final CountryOwners owners = new CountryOwners(words);
    private final CommuneCodes codes = new CommuneCodes();
    private int written;
    private int communes;

    private CountryDirectory(CountryPlan plan) {
        this.plan = plan;
        random = new SplittableRandom(plan.seed());
    }

    /** What was written. */
    public record Written(int schools, int communes) {}

    /** Where the overrides of a directory file go. */
    public static Path overrides(Path file) {
        return file.resolveSibling(file.getFileName() + ".rattachements.csv");
    }

    /**
     * Writes both files, over what is there.
     *
     * @param seed the same number and seed give the same files
     */
    public static Written write(int schools, long seed, Path file) {
        CountryDirectory directory = new CountryDirectory(new CountryPlan(schools, seed));
        try (MinistryFile lines = new MinistryFile(Files.newBufferedWriter(file));
                BufferedWriter overrides = Files.newBufferedWriter(overrides(file))) {
            overrides.append("uai;siren;nom").append(MinistryFile.END);
            for (Part part : directory.plan.parts()) {
                directory.write(part, lines, overrides);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Written(directory.written, directory.communes);
    }

    private void write(Part part, MinistryFile lines, Writer overrides) throws IOException {
        List<String> there = codes.take(part.department().code(), part.communes());
        if (there.isEmpty()) {
            there = List.of(part.department().code()
                    + "999".substring(part.department().code().length() - 2));
        }
        int free = 0;
        for (int i = 0; i < part.schools(); i++) {
            SchoolKind kind = kind();
            // Each commune has an école before the first ones, the towns, get more.
            int commune = kind.ofCommune() && free < there.size() ? free++ : town(there.size());
            Uai uai = Uai.of(FIRST_UAI + written * (UAIS / plan.schools()));
            lines.write(new MinistryFile.Line(
                    uai,
                    kind.start() + words.school(random),
                    kind,
                    there.get(commune),
                    words.commune(communes + commune),
                    part.department(),
                    pupils(kind)));
            Optional<CountryOwners.Owner> owner = owners.of(kind, part.department());
            if (owner.isPresent()) {
                overrides
                        .append(String.join(
                                ";",
                                uai.value(),
                                owner.get().siren(),
                                owner.get().name()))
                        .append(MinistryFile.END);
            }
            written++;
        }
        communes += there.size();
    }

    private SchoolKind kind() {
        double drawn = random.nextDouble();
        if (drawn < ECOLES) {
            return drawn < 0.2 ? SchoolKind.NURSERY : drawn < 0.48 ? SchoolKind.ELEMENTARY : SchoolKind.PRIMARY;
        }
        if (drawn < 0.92) {
            return SchoolKind.COLLEGE;
        }
        if (drawn < 0.96) {
            return SchoolKind.LYCEE;
        }
        if (drawn < 0.99) {
            return SchoolKind.PROFESSIONAL;
        }
        return drawn < 0.992 ? SchoolKind.EREA : SchoolKind.CIO;
    }

    /** Schools gather in the first communes. */
    private int town(int communes) {
        double drawn = random.nextDouble();
        return (int) (drawn * drawn * drawn * communes);
    }

    private int pupils(SchoolKind kind) {
        double drawn = random.nextDouble() * random.nextDouble();
        return kind.ofCommune() ? 12 + (int) (drawn * 400) : 120 + (int) (drawn * 1400);
    }
}
