package fr.preau.edition;

import fr.preau.kernel.Message;
import java.time.Instant;
import java.util.List;

/**
 * A version of an outline.
 *
 * @param authorName as accounts are named now
 * @param changes what it changed of the one before; empty for the first
 */
public record OutlineVersion(
        int version, String authorName, Instant at, List<Chapter> chapters, List<Message> changes) {
    public OutlineVersion {
        chapters = List.copyOf(chapters);
        changes = List.copyOf(changes);
    }
}
