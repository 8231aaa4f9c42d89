package fr.preau.web;

import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Objects;

/**
 * Registers what every reply needs: the page writer, the problem mappers, headers, request ids, assets and the pages of
 * this package.
 *
 * <p>The service must start with {@code server.registerDefaultExceptionMappers: false}: Dropwizard's own mappers would
 * speak English JSON to a French page.
 */
public final class Web {
    private Web() {}

    /** What is the same for every viewer of this service, read out of the product. */
    public static Site site(boolean fictitious) {
        String version = Objects.requireNonNullElse(Web.class.getPackage().getImplementationVersion(), "1.0");
        return new Site(Messages.load(), Assets.load(), fictitious, version.replace("-SNAPSHOT", ""));
    }

    /** Registers the lot; the reply is what an upper layer tells the signed-in person to. */
    public static Viewers register(JerseyEnvironment jersey, Site site) {
        return register(jersey, site, new ViewWriter());
    }

    static Viewers register(JerseyEnvironment jersey, Site site, ViewWriter writer) {
        Viewers viewers = new Viewers(site);
        jersey.register(new RequestIds());
        jersey.register(new SecurityHeaders());
        jersey.register(new BodyLimit());
        jersey.register(new NulRefused());
        jersey.register(new BodyNeeded());
        jersey.register(new Presenter(viewers));
        jersey.register(writer);
        jersey.register(new RefusalMapper());
        jersey.register(new RequestFaultMapper());
        jersey.register(new FaultMapper());
        jersey.register(new AssetsResource(site.assets()));
        jersey.register(new LanguagePages());
        jersey.register(new ArticlePages(Articles.load()));
        return viewers;
    }
}
