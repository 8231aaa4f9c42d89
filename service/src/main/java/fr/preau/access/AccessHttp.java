package fr.preau.access;

import fr.preau.web.Viewers;
import io.dropwizard.auth.AuthValueFactoryProvider;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import org.jspecify.annotations.Nullable;

/** Registers what decides over HTTP who may come in: filters, rights, and the pages of this package. */
public final class AccessHttp {
    private AccessHttp() {}

    /**
     * How browsers reach the service.
     *
     * @param publicUrl null when only its own machine does
     * @param addresses tells where a sign-in comes from
     */
    public record Entrance(@Nullable PublicUrl publicUrl, int port, ThrottleAddress addresses, DemoSignIn demo) {
        /** Where one-time links begin. */
        public PublicUrl address() {
            return publicUrl == null ? PublicUrl.local(port) : publicUrl;
        }

        /** How a session travels. */
        public SessionCookie cookie() {
            return new SessionCookie(address().secure());
        }
    }

    public static void register(JerseyEnvironment jersey, AccessServices services, Viewers viewers, Entrance entrance) {
        SessionCookie cookie = entrance.cookie();
        if (entrance.publicUrl() != null) {
            jersey.register(new PublicAddressFilter(entrance.publicUrl()));
        }
        jersey.register(new PrincipalFilter(services.sessions(), services.tokens(), cookie, viewers));
        jersey.register(new CsrfFilter(cookie, entrance.publicUrl()));
        jersey.register(new RightsFeature());
        jersey.register(new AuthValueFactoryProvider.Binder<>(Principal.class));
        Doorway door = new Doorway(services.sessions(), cookie);
        jersey.register(new SignInPages(door, entrance.addresses(), entrance.demo()));
        jersey.register(new LinkPages(services.accounts(), door));
        jersey.register(new AccountPages(services));
        jersey.register(new PeoplePages(services.accounts(), services.units(), entrance.address()));
        jersey.register(new PersonPages(services, entrance.address()));
        jersey.register(new PersonJournalPages(services.accounts(), services.journals(), viewers));
        jersey.register(new AccountJournalPages(services.journals(), viewers));
    }
}
