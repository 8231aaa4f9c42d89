package fr.preau.demo;

import fr.preau.access.Principal;
import fr.preau.edition.Deliverables;
import fr.preau.edition.EditionServices;
import fr.preau.edition.Label;
import fr.preau.edition.Lives;
import fr.preau.edition.NewDeliverable;
import fr.preau.edition.Outline;
import fr.preau.kernel.CampaignId;
import fr.preau.kernel.DeliverableId;
import fr.preau.kernel.UnitId;
import java.time.LocalDate;

/**
 * What the working group writes: last year's edition, published, and this year's draft, which a visitor can propose,
 * approve from both sides and publish; and one for the networks, which says what is hidden and why. Every step is taken by
 * the real services.
 */
final class DemoDeliverables {
    private static final int WRITTEN_AFTER = 10;
    private static final int SIGNED_AFTER = 17;
    private static final int PUBLISHED_AFTER = 20;
    /** Days after the opening: a Friday evening, once all that is rendered was judged. */
    private static final int DRAFTED_AFTER = 32;

    private final DemoServices services;
    private final DemoPeople.Editors editors;
    private final DemoCalendar calendar;
    private final Deliverables deliverables;

    DemoDeliverables(DemoServices services, DemoPeople.Editors editors, DemoCalendar calendar) {
        this.services = services;
        this.editors = editors;
        this.calendar = calendar;
        EditionServices editions = services.editions();
        this.deliverables = editions.deliverables();
    }

    void play(DemoCampaigns.Played campaigns) {
        agree(campaigns.closed());
        publish(new NewDeliverable(
                "Sécurité numérique des écoles, " + calendar.name(1),
                UnitId.NATION,
                Label.CLEAR,
                campaigns.closed(),
                null));
        network(campaigns.closed());
        draft(new NewDeliverable(
                "Sécurité numérique des écoles, " + calendar.name(),
                UnitId.NATION,
                Label.CLEAR,
                campaigns.running(),
                campaigns.closed()));
    }

    /** The département agrees before anything of the campaign is published: what was published stays as it was. */
    private void agree(CampaignId campaign) {
        Principal group = editors.collectivity();
        at(calendar.previous().closesOn().plusDays(WRITTEN_AFTER), 30);
        services.editions().appearances().decide(group, campaign, group.employer(), true);
    }

    /** For the networks: the département agreed, yet alone in the second degree it stays hidden. */
    private void network(CampaignId campaign) {
        at(calendar.previous().closesOn().plusDays(PUBLISHED_AFTER), 120);
        deliverables.start(
                editors.state(),
                new NewDeliverable(
                        "Sécurité numérique, pour les réseaux, " + calendar.name(1),
                        UnitId.NATION,
                        Label.GREEN,
                        campaign,
                        null));
    }

    private void publish(NewDeliverable asked) {
        LocalDate closed = calendar.previous().closesOn();
        at(closed.plusDays(WRITTEN_AFTER), 60);
        DeliverableId id = deliverables.start(editors.state(), asked);
        write(editors.state(), id, Outline.PRIORITES, """
                Le groupe de travail retient ensemble, pour l’année qui vient :

                1. essayer une restauration de sauvegarde dans chaque école ;
                2. retirer les comptes de ceux qui sont partis ;
                3. afficher le numéro à appeler le jour d’un incident.""");
        Lives lives = services.editions().lives();
        at(closed.plusDays(SIGNED_AFTER), 90);
        lives.propose(editors.state(), id);
        String sha256 = services.editions().dossiers().of(editors.state(), id).sha256();
        lives.sign(editors.state(), id, sha256);
        at(closed.plusDays(SIGNED_AFTER), 330);
        lives.sign(editors.collectivity(), id, sha256);
        at(closed.plusDays(PUBLISHED_AFTER), 30);
        lives.publish(editors.state(), id);
    }

    private void draft(NewDeliverable asked) {
        at(calendar.opensOn().plusDays(DRAFTED_AFTER), 450);
        DeliverableId id = deliverables.start(editors.state(), asked);
        write(editors.state(), id, Outline.AVANT_PROPOS, """
                À ce jour, {{rendus}} audits sont rendus sur {{attendus}}. Les écoles qui ont rendu le leur tiennent \
                {{conformite}} de ce qui leur est demandé.""");
        at(calendar.opensOn().plusDays(DRAFTED_AFTER), 480);
        write(
                editors.collectivity(),
                id,
                Outline.GROUPE_DE_TRAVAIL,
                "Le groupe de travail réunit le Département des Trois-Vallées, les communes et l’académie.");
    }

    private void write(Principal by, DeliverableId id, Outline section, String text) {
        deliverables.write(by, id, section.id(), 0, text);
    }

    private void at(LocalDate day, int minutesAfterNine) {
        services.clock().set(PastClock.at(DemoCalendar.working(day), minutesAfterNine));
    }
}
