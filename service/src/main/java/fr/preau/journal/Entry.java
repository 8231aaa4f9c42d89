package fr.preau.journal;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written in the journal about one change.
 *
 * @param account who did it; 0 is the service itself
 * @param action what was done, such as {@code answer.saved}
 * @param object path of what was changed, such as {@code audit/12/SAU-02}
 * @param before values before, null when there were none; never a name nor free text
 * @param after values after, null when there are none
 * @param text free text (a comment, a reason), kept apart so that it can be erased
 * @param touched the other objects of an action on many ({@code audit/12}): the one entry shows in the journal of each
 */
public record Entry(
        AccountId account,
        String action,
        String object,
        @Nullable Map<String, ?> before,
        @Nullable Map<String, ?> after,
        @Nullable String text,
        List<String> touched) {

    public Entry {
        touched = List.copyOf(touched);
    }

    public static Entry of(Actor actor, String action, String object) {
        return new Entry(actor.account(), action, object, null, null, null, List.of());
    }

    /** The same entry with the values before and after the change; either may be null. */
    public Entry change(@Nullable Map<String, ?> before, @Nullable Map<String, ?> after) {
        return new Entry(account, action, object, before, after, text, touched);
    }

    /** The same entry with the values after the change. */
    public Entry with(Map<String, ?> after) {
        return change(before, after);
    }

    /** The same entry with a free text; an empty one is none. */
    public Entry text(@Nullable String text) {
        return new Entry(account, action, object, before, after, text == null || text.isEmpty() ? null : text, touched);
    }

    /**
     * The same entry for an action on many objects. For all audits of a campaign, write the entry on the campaign
     * instead: each audit's journal shows those of its campaign.
     */
    public Entry touching(List<String> objects) {
        return new Entry(account, action, object, before, after, text, objects);
    }
}
