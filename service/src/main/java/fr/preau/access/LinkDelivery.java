package fr.preau.access;

import fr.preau.kernel.AccountId;
import fr.preau.kernel.Actor;
import fr.preau.web.View;
import jakarta.ws.rs.core.Response;

/**
 * How a one-time link reaches its bearer: by mail where mail is configured, and then nobody else sees it; else on the
 * page, for the administrator to hand over.
 *
 * @param mail whether mail is configured
 */
record LinkDelivery(AccessServices services, PublicUrl address, boolean mail) {
    /** Creates the account and has its owner invited. */
    Response invite(Actor by, NewPerson person, DatedGrant grant) {
        if (mail) {
            services.accounts().inviteByMail(by, person, grant);
            return sent(person.name(), person.email(), LinkPurpose.INVITATION);
        }
        return shown(
                services.accounts().invite(by, person, grant), person.name(), person.email(), LinkPurpose.INVITATION);
    }

    /** A link to choose a new password. */
    Response reset(Principal by, AccountId account) {
        PersonRow person = services.people().list().person(by, account);
        if (mail) {
            services.accounts().resetByMail(by, account);
            return sent(person.name(), person.email(), LinkPurpose.RESET);
        }
        return shown(services.accounts().resetLink(by, account), person.name(), person.email(), LinkPurpose.RESET);
    }

    /** The only reply that ever holds the link. */
    private Response shown(Secret link, String name, String email, LinkPurpose purpose) {
        PeopleView.Shown page = new PeopleView.Shown(name, email, address.link("/lien/" + link.text()), purpose);
        return Response.ok(View.of("access/linkShown.jte", page)).build();
    }

    private static Response sent(String name, String email, LinkPurpose purpose) {
        return Response.ok(View.of("access/linkSent.jte", new PeopleView.Sent(name, email, purpose)))
                .build();
    }
}
