package fr.preau;

import fr.preau.access.Letters;
import fr.preau.access.Mails;
import fr.preau.access.Outside;
import fr.preau.access.SignOnPages;
import fr.preau.access.SignOns;
import fr.preau.access.factor.FactorKey;
import fr.preau.access.mail.MailServer;
import fr.preau.access.mail.Smtp;
import fr.preau.access.oidc.Provider;
import fr.preau.access.oidc.ProviderSettings;
import fr.preau.web.Messages;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What the configuration names of other services: a provider of identities, a mail server. A wrong key stops the start
 * before anything is open; neither service is called until somebody needs it.
 *
 * @param provider empty where there is none
 * @param mail empty where there is none
 */
record OutsideWiring(Optional<ProviderSettings> provider, Optional<MailServer> mail) {
    static OutsideWiring of(PreauConfiguration configuration) {
        return new OutsideWiring(configuration.provider(), configuration.mailServer());
    }

    Outside on(Services services, PreauConfiguration configuration, Messages messages, InstantSource clock) {
        SignOns signOns = provider.map(settings -> signOns(settings, services, configuration, clock))
                .orElse(null);
        Mails mails = mail.map(server -> new Mails(
                        services.database(),
                        services.journal(),
                        clock,
                        new Letters(messages, configuration.address()),
                        new Smtp(server)))
                .orElse(null);
        return new Outside(signOns, mails);
    }

    private static SignOns signOns(
            ProviderSettings settings, Services services, PreauConfiguration configuration, InstantSource clock) {
        URI callback = URI.create(configuration.address().link(SignOnPages.CALLBACK));
        return new SignOns(
                services.database(),
                clock,
                new Provider(settings, callback, clock),
                services.access().bindings(),
                FactorKey.at(configuration.secondFactorKey()));
    }
}
