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
     * @param outside what the configuration names of other services
     */
    public record Entrance(
            @Nullable PublicUrl publicUrl,
            int port,
            ThrottleAddress addresses,
            DemoSignIn demo,
            @Nullable SecondFactors factors,
            Outside outside) {
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
        Outside outside = entrance.outside();
        jersey.register(new SignInPages(services.signIns(), door, entrance.addresses(), entrance.demo(), outside));
        jersey.register(new SignOutPages(door, outside.signOns(), entrance.address()));
        jersey.register(new LinkPages(services.accounts(), door, outside));
        jersey.register(new AccountPages(services, door, entrance.factors(), outside.provider()));
        jersey.register(new TokenPages(services.tokens(), services.signIns(), door));
        jersey.register(new NoticePages(services.factors().notices()));
        registerPeople(jersey, services, entrance);
        jersey.register(new PersonJournalPages(services.people().list(), services.journals(), viewers));
        jersey.register(new PersonalDataPages(services.people().data(), viewers));
        jersey.register(new AccountJournalPages(services.journals(), viewers));
        if (entrance.factors() != null) {
            registerFactors(jersey, services, entrance.factors(), entrance.addresses(), door);
        }
        if (outside.signOns() != null) {
            registerSignOns(jersey, services, outside.signOns(), door);
        }
        if (outside.mails() != null) {
            jersey.register(new ForgottenPages(outside.mails(), entrance.addresses()));
        }
    }

    private static void registerPeople(JerseyEnvironment jersey, AccessServices services, Entrance entrance) {
        Mails mails = entrance.outside().mails();
        LinkDelivery links = new LinkDelivery(services, entrance.address(), mails != null);
        jersey.register(new PeoplePages(services, links));
        jersey.register(new PeopleImportPages(services.people().imports(), links));
        jersey.register(new PersonPages(services, links, mails, entrance.factors() != null));
        jersey.register(new DeparturePages(services));
        jersey.register(new ErasurePages(services.people().erasures(), services.journals()));
    }

    private static void registerSignOns(
            JerseyEnvironment jersey, AccessServices services, SignOns signOns, Doorway door) {
        jersey.register(new SignOnPages(signOns, door));
        jersey.register(new BindingPages(services.bindings(), signOns, services.signIns(), door));
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
        jersey.register(new PersonFactorPages(services.factors().removals(), services.journals()));
    }

    private static Doorway door(AccessServices services, Entrance entrance) {
        SignInSteps steps =
                entrance.factors() == null ? null : services.factors().steps();
        return new Doorway(services.sessions(), services.factors().notices(), entrance.cookie(), steps);
    }
}
