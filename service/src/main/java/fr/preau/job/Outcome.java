package fr.preau.job;

import fr.preau.kernel.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a job has come to.
 *
 * @param said what was done, in words
 * @param href the page that shows it, null when there is none
 * @param file the file that it made, null when there is none
 */
public record Outcome(
        Message said, @Nullable String href, @Nullable JobFile file) {
    public static Outcome of(Message said) {
        return new Outcome(said, null, null);
    }

    public static Outcome shownAt(String href, Message said) {
        return new Outcome(said, href, null);
    }

    public static Outcome file(JobFile file, Message said) {
        return new Outcome(said, null, file);
    }
}
