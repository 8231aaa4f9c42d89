package fr.preau.edition;

import fr.preau.kernel.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The outline of a deliverable as it stands: its sections in order, those taken out among them. Nothing ever leaves it, so
 * that a text can always be put back. Annexes come last: the tables of what was taken out stand there (docs/adr/0042).
 *
 * @param version from 1, the outline given
 */
public record DraftOutline(int version, List<Chapter> chapters) {
    /** Most sections of the editors' own. */
    static final int MOST_OWN = 20;

    public DraftOutline {
        chapters = List.copyOf(chapters);
    }

    static DraftOutline given() {
        return new DraftOutline(
                1, Arrays.stream(Outline.values()).map(Chapter::of).toList());
    }

    /** The section of an address; another one is not found. */
    public Chapter chapter(String id) {
        return chapters.get(place(id));
    }

    private int place(String id) {
        for (int place = 0; place < chapters.size(); place++) {
            if (chapters.get(place).id().equals(id)) {
                return place;
            }
        }
        throw Refusal.notFound();
    }

    /** Those that stand in the document. */
    public List<Chapter> shown() {
        return chapters.stream().filter(Chapter::shown).toList();
    }

    /** Adds a section of the editors' own above the annexes. */
    DraftOutline add(String heading) {
        int own = (int) chapters.stream().filter(one -> one.given().isEmpty()).count();
        if (own == MOST_OWN) {
            throw Refusal.invalid("heading", "edition.outline.most", MOST_OWN);
        }
        List<Chapter> all = new ArrayList<>(chapters);
        all.add(all.size() - 1, Chapter.own(own + 1, heading));
        return new DraftOutline(version, all);
    }

    /** @param heading null for the one that the outline given has */
    DraftOutline rename(String id, @Nullable String heading) {
        if (heading == null && chapter(id).given().isEmpty()) {
            throw Refusal.invalid("heading", "edition.outline.heading", Chapter.HEADING_LENGTH);
        }
        return with(id, one -> one.named(heading));
    }

    DraftOutline takeOut(String id) {
        if (!chapter(id).mayLeave()) {
            throw Refusal.conflict("edition.outline.stays", chapter(id).title());
        }
        return with(id, one -> one.shown(false));
    }

    DraftOutline putBack(String id) {
        return with(id, one -> one.shown(true));
    }

    private DraftOutline with(String id, UnaryOperator<Chapter> change) {
        List<Chapter> all = new ArrayList<>(chapters);
        int place = place(id);
        all.set(place, change.apply(all.get(place)));
        return new DraftOutline(version, all);
    }

    /** Whether a section of the document may move that way. */
    public boolean moves(Chapter chapter, boolean up) {
        return chapter.shown() && !chapter.last() && beyond(place(chapter.id()), up) >= 0;
    }

    /** Puts a section before the one that is read before it, or behind the one after; at an end it stays. */
    DraftOutline move(String id, boolean up) {
        Chapter chapter = chapter(id);
        if (!moves(chapter, up)) {
            return this;
        }
        List<Chapter> all = new ArrayList<>(chapters);
        int to = beyond(place(id), up);
        all.remove(chapter);
        all.add(to, chapter);
        return new DraftOutline(version, all);
    }

    /** The place of the next section of the document that way, the annexes left out; -1 for none. */
    private int beyond(int from, boolean up) {
        int step = up ? -1 : 1;
        for (int place = from + step; place >= 0 && place < chapters.size(); place += step) {
            Chapter other = chapters.get(place);
            if (other.shown()) {
                return other.last() ? -1 : place;
            }
        }
        return -1;
    }
}
