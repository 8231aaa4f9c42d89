package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.Uai;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures' one definition, in SQL, against the rules' words computed by hand from the raw answers. */
class FiguresTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static Scene scene;
    private static Principal agent;

    @BeforeAll
    static void stage() {
        scene = new Scene(DB);
        agent = scene.agent();
    }

    @Test
    void an_untouched_audit_is_at_0_percent_and_one_where_nothing_applies_has_no_conformity() {
        Principal town = scene.townAgent();
        AuditId audit = scene.audit(Scene.SCHOOL);
        Figures untouched = scene.audits.view(town, audit).total();
        assertThat(untouched.conformity()).isZero();
        assertThat(untouched.coverage()).isZero();
        for (Cell cell : scene.audits.view(town, audit).cells()) {
            scene.answers.save(
                    town, audit, cell.control(), 0, new NewAnswer(Verdict.NON_APPLICABLE, "Sans objet ici."));
        }
        Figures nothing = scene.audits.view(town, audit).total();
        assertThat(nothing.conformity()).isNull();
        assertThat(nothing.coverage()).isEqualTo(1.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agree_with_the_rules_on_random_answers(long seed) {
        Uai school = List.of(Scene.COLLEGE, Scene.SECOND_COLLEGE, Scene.THIRD_COLLEGE)
                .get((int) seed - 1);
        AuditId audit = scene.audit(school);
        Random random = new Random(seed);
        for (Cell cell : scene.audits.view(agent, audit).cells()) {
            int drawn = random.nextInt(Verdict.values().length + 2);
            if (drawn < Verdict.values().length) {
                scene.answers.save(agent, audit, cell.control(), 0, new NewAnswer(Verdict.values()[drawn], "Vu."));
            }
        }
        AuditView view = scene.audits.view(agent, audit);
        agrees(view.total(), view.cells(), cell -> true);
        agrees(view.base(), view.cells(), cell -> cell.level() == 1);
        view.themes()
                .forEach(line -> agrees(
                        view.theme(line.theme().code()),
                        view.cells(),
                        cell -> cell.theme().equals(line.theme().code())));
    }

    private static void agrees(Figures figures, List<Cell> all, Predicate<Cell> slice) {
        List<Cell> cells = all.stream().filter(slice).toList();
        double held = 0;
        double counted = 0;
        for (Cell cell : cells) {
            if (cell.verdict() != Verdict.NON_APPLICABLE) {
                counted += cell.weight();
                held += cell.verdict() == Verdict.CONFORME ? cell.weight() : 0;
                held += cell.verdict() == Verdict.PARTIEL ? cell.weight() / 2.0 : 0;
            }
        }
        long answered = cells.stream().filter(Cell::answered).count();
        assertThat(figures.asked()).isEqualTo(cells.size());
        assertThat(figures.answered()).isEqualTo(answered);
        assertThat(figures.unknown())
                .isEqualTo(cells.stream()
                        .filter(cell -> cell.verdict() == Verdict.NE_SAIT_PAS)
                        .count());
        assertThat(figures.coverage()).isEqualTo((double) answered / cells.size(), within(1e-12));
        if (counted == 0) {
            assertThat(figures.conformity()).isNull();
            return;
        }
        assertThat(figures.conformity()).isEqualTo(held / counted, within(1e-12));
    }
}
