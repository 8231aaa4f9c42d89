package fr.preau.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What every outline is, whatever editors do, and in which words a change is told. */
class DraftOutlineTest {
    @Property(tries = 200)
    void keeps_every_section_once_the_annexes_last_and_the_method_shown(@ForAll long seed) {
        Random random = new Random(seed);
        DraftOutline outline = DraftOutline.given();
        for (int i = 0; i < 60; i++) {
            DraftOutline before = outline;
            outline = step(outline, random);
            assertThat(ids(outline)).containsAll(ids(before)).doesNotHaveDuplicates();
            Chapter last = outline.chapters().get(outline.chapters().size() - 1);
            assertThat(last.id()).isEqualTo("annexes");
            assertThat(outline.shown()).extracting(Chapter::id).contains("methode-et-limites", "annexes");
            told(before, outline);
        }
    }

    private static DraftOutline step(DraftOutline outline, Random random) {
        OutlineStep[] steps = OutlineStep.values();
        String section = ids(outline).get(random.nextInt(outline.chapters().size()));
        OutlineEdit edit = new OutlineEdit(steps[random.nextInt(steps.length)], section, "Titre " + random.nextInt(4));
        try {
            return edit.step().on(outline, edit);
        } catch (Refusal refusal) {
            assertThat(refusal.problem()).isInstanceOfAny(Problem.Conflict.class, Problem.Invalid.class);
            return outline;
        }
    }

    /** One step is told by one sentence at most, and by none only when the document reads the same. */
    private static void told(DraftOutline before, DraftOutline after) {
        List<Message> told = OutlineChanges.ofChapters(before.chapters(), after.chapters());
        assertThat(told).hasSizeLessThanOrEqualTo(1);
        assertThat(told.isEmpty()).isEqualTo(titles(before).equals(titles(after)));
    }

    private static List<String> titles(DraftOutline outline) {
        return outline.shown().stream().map(one -> one.id() + one.title()).toList();
    }

    private static List<String> ids(DraftOutline outline) {
        return outline.chapters().stream().map(Chapter::id).toList();
    }

    @Test
    void a_move_passes_over_what_is_taken_out_and_stops_above_the_annexes() {
        DraftOutline outline = DraftOutline.given().takeOut("groupe-de-travail").move("mode-de-lecture", true);
        assertThat(outline.shown()).extracting(Chapter::id).startsWith("mode-de-lecture", "avant-propos");
        Chapter method = outline.chapter("methode-et-limites");
        assertThat(outline.moves(method, false)).isFalse();
        assertThat(outline.moves(outline.chapter("annexes"), true)).isFalse();
        assertThat(outline.moves(outline.chapter("groupe-de-travail"), true)).isFalse();
    }

    @Test
    void every_table_of_the_outline_given_is_of_one_section() {
        List<String> tables = Stream.of(Outline.values())
                .flatMap(section -> section.tables().stream())
                .toList();
        assertThat(new TreeSet<>(tables)).hasSameSizeAs(tables);
    }
}
