package fr.preau.press;

import fr.preau.journal.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an edition is made of, in a text that people read and a key signs: title, label, edition, dossier, then the
 * SHA-256, size and name of each file. The last line is the signature of all lines before it.
 *
 * @param files SHA-256 by name
 */
public record Manifest(String text, Map<String, String> files) {
    /** Name of its file. */
    public static final String NAME = "manifeste.txt";

    private static final String FORM = "preau-manifeste-1";
    private static final String FILE = "fichier: ";
    private static final Pattern LINE = Pattern.compile(FILE + "([0-9a-f]{64}) (\\d{1,12}) ([a-z0-9][a-z0-9.-]{0,99})");
    private static final Pattern SIGNED =
            Pattern.compile("(.*\\n)clef: ([0-9a-f]{16})\\nsignature: ([A-Za-z0-9_-]{86})\\n", Pattern.DOTALL);

    public Manifest {
        files = Map.copyOf(files);
    }

    static Manifest of(Printed page, List<PressFile> files) {
        StringBuilder text = new StringBuilder(FORM + "\n");
        line(text, "titre", page.imprint().title());
        line(text, "périmètre", page.imprint().perimeter());
        line(text, "mention", page.imprint().label().text());
        line(text, "édition", page.edition());
        if (page.copy() != null) {
            line(text, "exemplaire", page.foot());
        }
        line(text, "dossier", page.content().sha256());
        for (PressFile file : files) {
            text.append(FILE + file.sha256() + " " + file.content().length + " " + file.name() + "\n");
        }
        return read(text.toString());
    }

    /** One line, whatever the value. */
    private static void line(StringBuilder text, String name, String value) {
        text.append(name)
                .append(": ")
                .append(value.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " "))
                .append('\n');
    }

    private static Manifest read(String text) {
        Map<String, String> files = new LinkedHashMap<>();
        text.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .forEach(line -> files.put(line.group(3), line.group(1)));
        return new Manifest(text, files);
    }

    PressFile signed(SigningKey key) {
        String signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
        String whole = text + "clef: " + key.id() + "\nsignature: " + signature + "\n";
        return new PressFile(NAME, "text/plain", whole.getBytes(StandardCharsets.UTF_8));
    }

    /** The manifest that a file holds, when the key has signed it as it is; empty for any other file. */
    public static Optional<Manifest> verified(byte[] file, SigningKey key) {
        Matcher signed = SIGNED.matcher(new String(file, StandardCharsets.UTF_8));
        if (!signed.matches() || !signed.group(2).equals(key.id())) {
            return Optional.empty();
        }
        Manifest manifest = read(signed.group(1));
        boolean ours = manifest.text.startsWith(FORM + "\n")
                && key.signed(manifest.text.getBytes(StandardCharsets.UTF_8), signed.group(3));
        return ours ? Optional.of(manifest) : Optional.empty();
    }

    /** Name of the file of this content among those that were signed; empty when it is none of them. */
    public Optional<String> nameOf(byte[] content) {
        String sha256 = PressFile.sha256(content);
        return files.entrySet().stream()
                .filter(file -> file.getValue().equals(sha256))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
