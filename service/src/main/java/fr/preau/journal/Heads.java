package fr.preau.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The signed heads that a log holds, in the order of the chain: what verification compares the journal with.
 *
 * <p>The log is only as good as the place where it is kept: send it to another machine.
 */
public final class Heads {
    private static final Pattern LINE = Pattern.compile(
            "journal head position=(\\d{1,18}) hash=([0-9a-f]{64}) key=([0-9a-f]{16}) signature=(\\S+)");

    private final List<Head> genuine = new ArrayList<>();
    private final List<Head> forged = new ArrayList<>();

    private Heads() {}

    /** No log at hand: the chain alone is verified. */
    public static Heads none() {
        return new Heads();
    }

    /** The heads of a log file; other lines are passed over. A head of another key is counted as forged. */
    public static Heads of(Path log, SigningKey key) throws IOException {
        Heads heads = new Heads();
        // Any byte is a character there: a log may hold what is not UTF-8, and what we look for is ASCII.
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            lines.map(LINE::matcher).filter(Matcher::find).forEach(found -> heads.add(found, key));
        }
        heads.genuine.sort(Comparator.comparingLong(Head::position));
        return heads;
    }

    static String line(Head head, SigningKey key) {
        return "journal head position=" + head.position() + " hash=" + head.hash() + " key=" + key.id() + " signature="
                + key.sign(head);
    }

    List<Head> genuine() {
        return genuine;
    }

    List<Head> forged() {
        return forged;
    }

    private void add(Matcher found, SigningKey key) {
        Head head = new Head(Long.parseLong(found.group(1)), found.group(2));
        boolean ours = found.group(3).equals(key.id()) && key.signed(head, found.group(4));
        (ours ? genuine : forged).add(head);
    }
}
