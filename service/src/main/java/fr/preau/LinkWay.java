package fr.preau;

import fr.preau.access.PublicUrl;
import fr.preau.access.Secret;

/**
 * How a one-time link that a command makes reaches its bearer: by mail where the service sends some, else the command
 * prints it for whoever runs it.
 */
record LinkWay(PublicUrl address, boolean mail) {
    static LinkWay of(PreauConfiguration configuration) {
        return new LinkWay(configuration.address(), configuration.mailServer().isPresent());
    }

    /** Where it leads. */
    String to(Secret link) {
        return address.link("/lien/" + link.text());
    }
}
