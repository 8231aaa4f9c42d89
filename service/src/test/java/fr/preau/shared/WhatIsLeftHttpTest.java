package fr.preau.shared;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Principal;
import fr.preau.audit.AuditView;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.Uai;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is left, in words, at every level: a control, a theme, a school, a collectivity. */
class WhatIsLeftHttpTest {
    @RegisterExtension
    static final App APP = new App();

    @Test
    void is_told_of_a_control_a_theme_a_school_and_a_collectivity() {
        Scene scene = APP.scene();
        Principal person = scene.agent();
        Visitor agent = APP.signIn(person.account());
        scene.answers.save(
                person, scene.audit(Scene.COLLEGE), Scene.control("SAU-02"), 0, new NewAnswer(Verdict.CONFORME, null));
        AuditView school = view(person, Scene.COLLEGE);
        int theme = school.themes().stream()
                .filter(line -> line.theme().code().equals("SAU"))
                .findFirst()
                .orElseThrow()
                .left();
        long left = school.total().unanswered();
        long all = Stream.of(Scene.COLLEGE, Scene.SECOND_COLLEGE, Scene.THIRD_COLLEGE)
                .mapToLong(uai -> view(person, uai).total().unanswered())
                .sum();

        String desk = agent.get("/reponses-communes").body();
        assertThat(desk).contains("manque à 2 établissements", "manque à 3 établissements");
        assertThat(desk).contains((theme + 1) + " mesures à compléter · <a href=\"/reponses-communes/themes/SAU");
        assertThat(desk).contains("Il reste " + all + " réponses à donner");
        assertThat(agent.get("/audits/" + school.audit().id()).body()).contains(theme + " mesures à compléter");
        assertThat(agent.get("/etablissements").body()).contains(left + " mesures à compléter");
        assertThat(agent.get("/a-faire").body()).contains(all + " mesures à compléter");
        Visitor state = APP.signIn(scene.stateAgent().account());
        assertThat(state.get("/a-faire").body())
                .as("who doesn’t answer every control is told no sum of them")
                .doesNotContain("mesures à compléter");
    }

    private static AuditView view(Principal person, Uai school) {
        return APP.scene().audits.view(person, APP.scene().audit(school));
    }
}
