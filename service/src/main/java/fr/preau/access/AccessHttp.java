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
     * @param factors null in the demonstration, which knows no second factor
     */
    public record Entrance(
            @Nullable PublicUrl publicUrl,
            int port,
            ThrottleAddress addresses,
            DemoSignIn demo,
            @Nullable SecondFactors factors) {
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
        Doorway door = door(services, entrance);
        jersey.register(new SignInPages(services.signIns(), door, entrance.addresses(), entrance.demo()));
        jersey.register(new LinkPages(services.accounts(), door));
        jersey.register(new AccountPages(services, door, entrance.factors()));
        jersey.register(new TokenPages(services.tokens(), services.signIns(), door));
        jersey.register(new NoticePages(services.factors().notices()));
        jersey.register(new PeoplePages(services.accounts(), services.units(), entrance.address()));
        jersey.register(new PersonPages(services, entrance.address(), entrance.factors() != null));
        jersey.register(new PersonJournalPages(services.accounts(), services.journals(), viewers));
        jersey.register(new AccountJournalPages(services.journals(), viewers));
        if (entrance.factors() != null) {
            registerFactors(jersey, services, entrance.factors(), entrance.addresses(), door);
        }
    }

    private static void registerFactors(
            JerseyEnvironment jersey,
            AccessServices services,
            SecondFactors factors,
            ThrottleAddress addresses,
            Doorway door) {
        SignInSteps steps = services.factors().steps();
        jersey.register(new CodePages(door, steps, factors, addresses));
        jersey.register(new FactorPages(factors, services.signIns(), steps, door, addresses));
        jersey.register(new PersonFactorPages(services.factors().removals()));
    }

    private static Doorway door(AccessServices services, Entrance entrance) {
        SignInSteps steps =
                entrance.factors() == null ? null : services.factors().steps();
        return new Doorway(services.sessions(), services.factors().notices(), entrance.cookie(), steps);
    }
}
