package fr.preau.rights;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.access.Grant;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.audit.AuditView;
import fr.preau.audit.NewAnswer;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Uai;
import fr.preau.kernel.UnitId;
import fr.preau.web.Formats;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A school whose name, number, people and figures stand nowhere else: whoever meets one of them outside its collectivity
 * and its académie has met a leak. It is the only one that has handed its audit in, so that a figure of it in any total
 * would show.
 *
 * @param conformity its own, 0 to 1
 */
record Canary(AuditId audit, double conformity, List<String> songs) {
    static final UnitId TOWN = UnitId.collectivity("44977");
    static final Uai SCHOOL = Uai.of(8_000_777);
    static final String NAME = "Quetzalcoatl";
    private static final String COMMUNE = "Zanzibourg";
    private static final String PERSON = "Xanthippe";
    private static final String COMMENT = "yttrium";
    /** Ids from here on, so that the canary's own is a number found nowhere else. */
    private static final long FAR = 7_770_000_000L;

    static void territory(Scene scene) {
        scene.collectivity(TOWN, "COMMUNE", COMMUNE);
        scene.school(SCHOOL, "ECOLE", "École " + NAME, TOWN, TOWN);
    }

    static void farIds(App app) {
        app.postgres()
                .owner()
                .useHandle(handle -> handle.execute("ALTER TABLE audit ALTER COLUMN id RESTART WITH " + FAR));
    }

    /** Holds next to nothing, and hands in. */
    static Canary sing(Scene scene, CampaignId campaign) {
        Principal agent = scene.person(PERSON, TOWN, new Grant(Role.AGENT, TOWN));
        AuditId audit = scene.audit(campaign, SCHOOL);
        int turn = 0;
        for (var cell : scene.audits.view(agent, audit).cells()) {
            Verdict verdict = turn == 0 ? Verdict.CONFORME : turn == 1 ? Verdict.PARTIEL : Verdict.NE_SAIT_PAS;
            scene.answers.save(agent, audit, cell.control(), 0, new NewAnswer(verdict, turn == 0 ? COMMENT : null));
            turn++;
        }
        scene.reviews.submit(agent, audit);
        AuditView view = scene.audits.view(agent, audit);
        double conformity = Objects.requireNonNull(view.total().conformity());
        return new Canary(audit, conformity, songs(audit, conformity));
    }

    private static List<String> songs(AuditId audit, double conformity) {
        String percent = Formats.of(Locale.FRENCH).percent(conformity);
        // Below 10 % a figure has a decimal, and few others fall on it.
        assertThat(percent).contains(",");
        return List.of(NAME, COMMUNE, PERSON, COMMENT, SCHOOL.value(), audit.toString(), percent, digits(conformity));
    }

    private static String digits(double conformity) {
        String text = Double.toString(conformity);
        assertThat(text).as("a figure of its own").hasSizeGreaterThan(6);
        return text.substring(0, 7);
    }

    /** What the text tells of the canary, but for what the request said itself. */
    List<String> heard(String request, String text) {
        return songs.stream()
                .flatMap(song -> Stream.of(song, song.toUpperCase(Locale.ROOT)))
                .filter(song -> text.contains(song) && !request.contains(song))
                .toList();
    }
}
