package fr.preau.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Message;
import fr.preau.kernel.Problem;
import fr.preau.kernel.Refusal;
import fr.preau.kernel.Uai;
import fr.preau.kernel.Violation;
import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import io.dropwizard.core.Application;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.setup.Environment;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** A service of nothing but this package and a few pages that try it. */
public final class SampleApplication extends Application<Configuration> {
    static final Messages MESSAGES = Messages.load();

    private static final Sheet SHEET = new Sheet(
            StackedBar.of(Map.of(
                    "CONFORME", 34,
                    "PARTIEL", 18,
                    "NON_CONFORME", 8,
                    "NE_SAIT_PAS", 3,
                    "NON_APPLICABLE", 2,
                    "SANS_REPONSE", 7)),
            StackedBar.of(Map.of("VALIDATED", 34, "SUBMITTED", 29, "SENT_BACK", 1, "IN_PROGRESS", 18, "TO_DO", 22)),
            new FormErrors(List.of(
                    new Violation("reason", Message.of("uai.form", "8350101Y")),
                    new Violation("", Message.of("unit.form", "x")))),
            List.of(new Fact("Responsable", "Partagé"), new Fact("Niveau", "Socle")));

    /** Shown by {@code sample/sheet.jte}. */
    public record Sheet(StackedBar answers, StackedBar states, FormErrors errors, List<Fact> facts) {}

    /** Shown by {@code sample/echo.jte}. */
    public record Echo(String text) {}

    /** Body of a sample POST. */
    public record Body(
            @JsonProperty("uai") Uai uai,
            @JsonProperty("control") String control,
            @JsonProperty("count") int count) {
        public Body {
            if (control != null) {
                control = new ControlCode(control).value();
            }
        }
    }

    @Override
    public void run(Configuration configuration, Environment environment) {
        ((AbstractServerFactory) configuration.getServerFactory()).setRegisterDefaultExceptionMappers(false);
        Viewers viewers = Web.register(environment.jersey(), Web.site(true), new ViewWriter(engine()));
        environment.jersey().register(new Sample(viewers));
    }

    private static TemplateEngine engine() {
        CodeResolver ours = new DirectoryCodeResolver(java.nio.file.Path.of("src/main/jte"));
        CodeResolver samples = new DirectoryCodeResolver(java.nio.file.Path.of("src/test/jte"));
        CodeResolver both = new CodeResolver() {
            @Override
            public String resolve(String name) {
                return of(name).resolve(name);
            }

            @Override
            public long getLastModified(String name) {
                return of(name).getLastModified(name);
            }

            private CodeResolver of(String name) {
                return name.startsWith("sample/") ? samples : ours;
            }
        };
        TemplateEngine engine = TemplateEngine.create(
                both,
                java.nio.file.Path.of("target/jte-samples"),
                ContentType.Html,
                SampleApplication.class.getClassLoader());
        engine.setTrimControlStructures(true);
        return engine;
    }

    /** Pages and replies of every kind. */
    @Path("/")
    public static final class Sample {
        private final Viewers viewers;

        Sample(Viewers viewers) {
            this.viewers = viewers;
        }

        @GET
        @Path("echo")
        @Produces(MediaType.TEXT_HTML)
        public View echo(@QueryParam("text") String text) {
            return View.of("sample/echo.jte", new Echo(text));
        }

        @GET
        @Path("planche")
        @Produces(MediaType.TEXT_HTML)
        public View sheet(@Context ContainerRequestContext request) {
            viewers.signedIn(
                    request,
                    new Person("Agent de la DSI", "Département des Trois-Vallées"),
                    "jeton",
                    List.of(
                            new Link("Mes établissements", "/planche", true),
                            Link.to("Réponses communes", "/communes"),
                            Link.to("Grille", "/grille"),
                            Link.to("Actions", "/actions"),
                            Link.to("Chiffres", "/chiffres")));
            return View.of("sample/sheet.jte", SHEET);
        }

        @GET
        @Path("{a: page|api/v1}/schools/{uai}")
        public String school(@PathParam("uai") Uai uai) {
            return uai.value();
        }

        @GET
        @Path("{a: page|api/v1}/stale")
        public String stale() {
            throw new Refusal(new Problem.Stale(Message.of("problem.title.stale"), new Echo("PARTIEL")));
        }

        @GET
        @Path("{a: page|api/v1}/too-many")
        public String tooMany() {
            throw new Refusal(new Problem.TooMany(30));
        }

        @GET
        @Path("{a: page|api/v1}/invalid")
        public String invalid() {
            throw new Refusal(new Problem.Invalid(List.of(
                    new Violation("uai", Message.of("uai.form", "<b>x</b>")),
                    new Violation("", Message.of("unit.form", "y")))));
        }

        @GET
        @Path("{a: page|api/v1}/fault")
        public String fault() {
            throw new IllegalStateException("the secret text of a fault");
        }

        @GET
        @Path("broken-template")
        @Produces(MediaType.TEXT_HTML)
        public View broken() {
            return View.of("sample/echo.jte", "not the record it takes: the secret text of a fault");
        }

        @POST
        @Path("api/v1/body")
        @Consumes(MediaType.APPLICATION_JSON)
        public int body(Body body) {
            return body.count();
        }
    }
}
