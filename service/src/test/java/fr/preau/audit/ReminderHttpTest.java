package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.App;
import fr.preau.Scene;
import fr.preau.Visitor;
import fr.preau.access.Grant;
import fr.preau.access.Mailbox;
import fr.preau.access.Mails;
import fr.preau.access.Principal;
import fr.preau.access.Role;
import fr.preau.checklist.Verdict;
import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.kernel.AuditId;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.SearchText;
import fr.preau.kernel.UnitId;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The use case « remind the silent of a campaign »: the text first, one mail a person, once a week. */
class ReminderHttpTest {
    @RegisterExtension
    static final Mailbox MAILBOX = new Mailbox();

    @RegisterExtension
    static final App APP = MAILBOX.configured(new App());

    private static int number;

    private Scene scene;
    private CampaignId campaign;
    private Principal sender;
    private String page;

    @BeforeEach
    void stage() {
        scene = APP.scene();
        scene.at("2026-11-23T09:00:00Z");
        // Those of an earlier test answer nowhere any more.
        APP.postgres()
                .owner()
                .useHandle(tx -> tx.execute(
                        "UPDATE access_grant SET revoked_at = now()" + " WHERE role = 'AGENT' AND revoked_at IS NULL"));
        campaign =
                scene.campaign("Rappelée " + (++number), LocalDate.parse("2026-11-02"), LocalDate.parse("2027-01-29"));
        sender = scene.person("Suiveuse " + number, Scene.ACADEMY, new Grant(Role.ADMINISTRATOR, Scene.ACADEMY));
        page = "/campagnes/" + campaign + "/suivi/relance";
    }

    @Test
    void shows_the_text_and_its_receivers_then_sends_one_mail_a_person_in_french_and_english() throws Exception {
        AccountId two = agent("Deux Unités", Scene.TOWN, Scene.VALLEYS);
        agent("Loin Là-bas", Scene.FAR_TOWN);
        Visitor visitor = APP.signIn(sender.account());
        assertThat(visitor.get("/campagnes/" + campaign + "/suivi").body()).contains("Relancer les silencieux");
        String before = visitor.get(page + "?unite=academie-14").body();
        assertThat(before)
                .contains("1 personne à relancer", "Bonjour Deux Unités " + number, "29\u00a0janvier 2027")
                .contains("Montrelay", "Département des Trois-Vallées")
                .doesNotContain("Loin Là-bas", "École Le Grand-Pré", email("Deux Unités"));
        assertThat(MAILBOX.to(email("Deux Unités"))).isEmpty();

        assertThat(post(visitor, "academie-14").statusCode()).isEqualTo(303);
        String text = Mailbox.text(MAILBOX.only(email("Deux Unités")));
        assertThat(text)
                .contains(
                        "Rappelée " + number,
                        "- Montrelay\u00a0: 1 établissement, avant la fin du 29\u00a0janvier 2027")
                .contains("- Département des Trois-Vallées\u00a0: 3 établissements", "/connexion", sender.name())
                .contains("Hello Deux Unités", "3 schools, before the end of 29\u00a0January 2027")
                .doesNotContain("/lien/", "Grand-Pré", "conformité");
        assertThat(MAILBOX.only(email("Deux Unités")).getSubject())
                .startsWith("Préau\u00a0: des audits vous attendent");
        assertThat(MAILBOX.to(email("Deux Unités"))).hasSize(1);
        assertThat(MAILBOX.to(email("Loin Là-bas"))).isEmpty();
        assertThat(entries()).containsExactly(two.toString());
    }

    @Test
    void a_person_gets_one_a_week_whoever_sends_it_and_the_refusal_says_who_when_and_until_when() {
        agent("Pressé", Scene.TOWN);
        Visitor first = APP.signIn(sender.account());
        Principal nation = scene.person("Ministère " + number, UnitId.NATION, new Grant(Role.EDITOR, UnitId.NATION));
        Visitor second = APP.signIn(nation.account());
        assertThat(second.get(page + "?unite=nation").body())
                .as("an editor administers nobody")
                .contains("Pressé " + number, "Les adresses sont montrées à qui")
                .doesNotContain(email("Pressé"));
        assertThat(post(first, Scene.TOWN.toString()).statusCode()).isEqualTo(303);
        scene.at("2026-11-29T22:00:00Z");
        second = APP.signIn(nation.account());
        HttpResponse<String> again = post(second, "nation");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains(sender.name(), "23\u00a0novembre 2026", "30\u00a0novembre 2026");
        assertThat(entries()).hasSize(1);
        scene.at("2026-11-29T23:30:00Z");
        second = APP.signIn(nation.account());
        assertThat(post(second, "nation").statusCode()).as("Monday in Paris").isEqualTo(303);
        assertThat(entries()).hasSize(2);
    }

    @Test
    void the_refusal_tells_an_erased_sender_in_the_pages_language() {
        agent("Oublié", Scene.TOWN);
        assertThat(post(APP.signIn(sender.account()), Scene.TOWN.toString()).statusCode())
                .isEqualTo(303);
        scene.accounts.disable(Actor.SYSTEM, sender.account());
        APP.services().access().people().erasures().erase(Actor.SYSTEM, sender.account());
        Principal nation = scene.person("Ministère " + number, UnitId.NATION, new Grant(Role.EDITOR, UnitId.NATION));
        Visitor second = APP.signIn(nation.account());
        Map<String, String> again = Map.of("unite", "nation");
        HttpResponse<String> english = second.post(page, again, "Accept-Language", "en");
        assertThat(english.statusCode()).isEqualTo(409);
        assertThat(english.body())
                .contains("Erased account has already reminded")
                .doesNotContain("Compte effacé");
        assertThat(second.post(page, again).body()).contains("Compte effacé a déjà relancé");
    }

    @Test
    void nobody_is_reminded_who_has_begun_or_handed_in_whose_account_is_closed_or_whose_last_day_is_past() {
        Principal busy = scene.principal(agent("Rendue", Scene.TOWN));
        AuditId audit = scene.audit(campaign, Scene.SCHOOL);
        AccountId closed = agent("Partie", Scene.VALLEYS);
        scene.accounts.disable(Actor.SYSTEM, closed);
        assertThat(due("academie-14")).containsExactly(busy.account());
        scene.answers.save(busy, audit, Scene.control("SAU-01"), 0, new NewAnswer(Verdict.CONFORME, null));
        assertThat(due("academie-14")).as("begun").isEmpty();
        scene.answerAll(busy, audit, Verdict.CONFORME);
        scene.reviews.submit(busy, audit);
        HttpResponse<String> refused = post(APP.signIn(sender.account()), "academie-14");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Personne ne répond ici");
        AccountId other = agent("Voisine", Scene.OTHER_TOWN);
        assertThat(due("academie-14")).containsExactly(other);
        scene.at("2027-02-01T09:00:00Z");
        assertThat(due("academie-14")).as("closed").isEmpty();
        assertThat(entries()).isEmpty();
    }

    @Test
    void a_unit_is_reminded_by_who_may_extend_it_and_the_states_own_agents_where_there_is_no_collectivity() {
        AccountId state = agent("Sans collectivité", Scene.ACADEMY);
        AccountId town = agent("Commune", Scene.TOWN);
        assertThat(due("academie-14")).containsExactlyInAnyOrder(state, town);
        Principal mayor = scene.person("Mairie " + number, Scene.TOWN, new Grant(Role.ADMINISTRATOR, Scene.TOWN));
        Principal department = scene.person(
                "DSDEN " + number, UnitId.department("35"), new Grant(Role.EDITOR, UnitId.department("35")));
        assertThat(people(department, "departement-35"))
                .as("an académie is above")
                .containsExactly(town);
        for (String unit : List.of("nation", "academie-17", Scene.FAR_TOWN.toString(), "collectivite-99999")) {
            assertThat(APP.signIn(sender.account()).get(page + "?unite=" + unit).statusCode())
                    .as(unit)
                    .isEqualTo(404);
        }
        Visitor visitor = APP.signIn(mayor.account());
        for (String path : List.of(page, page + "/adresses.csv")) {
            assertThat(visitor.get(path + "?unite=" + Scene.TOWN).statusCode()).isEqualTo(404);
        }
        assertThat(post(visitor, Scene.TOWN.toString()).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/campagnes/" + campaign + "/suivi").body()).doesNotContain("Relancer");
        assertThat(APP.signIn(sender.account())
                        .get(page + "/adresses.csv?unite=" + Scene.TOWN)
                        .body())
                .as("an académie does not administer a town's people")
                .doesNotContain(email("Commune"));
        assertThat(APP.signIn(scene.administrator().account())
                        .get(page + "/adresses.csv?unite=" + Scene.TOWN)
                        .body())
                .contains(email("Commune") + ";Commune " + number + ";collectivite-35901;Montrelay;1;2027-01-29")
                .doesNotContain(email("Sans collectivité"));
    }

    @Test
    void of_two_senders_at_once_one_sends() throws Exception {
        for (int agents = 0; agents < 40; agents++) {
            agent("Ensemble " + agents, Scene.TOWN);
        }
        Principal nation = scene.person("À deux " + number, UnitId.NATION, new Grant(Role.EDITOR, UnitId.NATION));
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Future<Integer>> sent = new ArrayList<>();
        for (Principal one : List.of(sender, nation)) {
            sent.add(both.submit(() -> {
                start.await();
                try {
                    return APP.services()
                            .following()
                            .reminders()
                            .send(one, campaign, Scene.TOWN, ReminderHttpTest::letter);
                } catch (Refusal refused) {
                    return 0;
                }
            }));
        }
        both.shutdown();
        assertThat(sent.get(0).get() + sent.get(1).get()).isEqualTo(40);
        assertThat(entries()).hasSize(40);
        assertThatThrownBy(() -> APP.services()
                        .following()
                        .reminders()
                        .send(sender, campaign, Scene.TOWN, ReminderHttpTest::letter))
                .isInstanceOf(Refusal.class);
    }

    private static Mails.Written letter(Reminders.Prepared prepared, Receiver receiver) {
        return new Mails.Written("Relance", "Bonjour " + receiver.name());
    }

    private AccountId agent(String name, UnitId... units) {
        List<Grant> grants = new ArrayList<>();
        for (UnitId unit : units) {
            grants.add(new Grant(Role.AGENT, unit));
        }
        return scene.person(name + " " + number, units[0], grants.toArray(Grant[]::new))
                .account();
    }

    private static String email(String name) {
        return SearchText.fold(name + " " + number).replace(' ', '.') + "@exemple.invalid";
    }

    private List<AccountId> due(String unit) {
        return people(sender, unit);
    }

    private List<AccountId> people(Principal by, String unit) {
        return APP.services().following().reminders().prepare(by, campaign, UnitId.fromString(unit)).due().stream()
                .map(Receiver::account)
                .toList();
    }

    private HttpResponse<String> post(Visitor visitor, String unit) {
        return visitor.post(page, Map.of("unite", unit));
    }

    /** Accounts that entries about a reminder of this campaign touch. */
    private List<String> entries() {
        return APP.postgres()
                .owner()
                .withHandle(tx -> tx.createQuery("SELECT substr(t, 9) FROM journal_entry, unnest(touched) AS t"
                                + " WHERE action = 'campaign.reminded' AND object = :campaign")
                        .bind("campaign", "campaign/" + campaign)
                        .mapTo(String.class)
                        .list());
    }
}
