package fr.preau.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.preau.App;
import fr.preau.access.Scope;
import fr.preau.web.Browser;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glassfish.jersey.server.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The API's description tells its routes, all of them and no other, in both languages, to programs and to people. */
class ApiDescriptionTest {
    @RegisterExtension
    static final App APP = new App();

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final Pattern KEY = Pattern.compile("\"api\\.[a-zA-Z0-9.]+\"");

    @Test
    void has_every_route_of_the_code_and_no_other() {
        Set<String> routes = new TreeSet<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("fr.preau").stream()
                        .filter(found -> found.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .filter(found -> found.getAnnotation(Path.class).value().startsWith("api/"))
                        .forEach(found -> collect("", Resource.from(found), routes));
        assertThat(Description.KEPT.routes()).isEqualTo(routes);
    }

    private static void collect(String above, Resource resource, Set<String> routes) {
        String path = above + "/" + resource.getPath().replaceAll("^/|/$", "");
        resource.getResourceMethods()
                .forEach(method -> routes.add(method.getHttpMethod() + " "
                        + path.replaceFirst("^/api/v1", "").replaceAll("\\{[^}]*}", "{}")));
        resource.getChildResources().forEach(child -> collect(path, child, routes));
    }

    @Test
    void is_served_in_the_language_asked_for_with_no_key_left() {
        ApiClient nobody = new ApiClient(APP.url(), null);
        ApiReply french = nobody.get("/api/v1/openapi.json");
        ApiReply english = nobody.call(
                "GET",
                "/api/v1/openapi.json",
                java.net.http.HttpRequest.BodyPublishers.noBody(),
                "Accept-Language",
                "en");
        for (ApiReply reply : List.of(french, english)) {
            assertThat(KEY.matcher(reply.body()).results().map(found -> found.group()))
                    .isEmpty();
            assertThat(reply.at("/openapi")).startsWith("3.");
        }
        assertThat(french.at("/paths/~1campaigns/get/summary")).startsWith("Les campagnes");
        assertThat(english.at("/paths/~1campaigns/get/summary")).startsWith("The campaigns");
    }

    @Test
    void is_a_page_that_everybody_can_read() {
        var page = BROWSER.page();
        page.navigate(APP.url() + "/api");
        String content = page.content().replaceAll("\\{[a-z]+}", "");
        for (String route : Description.KEPT.routes()) {
            assertThat(content)
                    .contains(route.replaceFirst("^[A-Z]+ ", "/api/v1").replace("{}", ""));
        }
        List.of(1440, 390, 320).forEach(width -> Browser.shot(page, "api", width));
        Browser.assertAccessible(page);
    }

    @Test
    void limits_its_examples_to_what_the_service_takes() {
        ApiClient agent = ApiClient.of(APP, APP.scene().agent(), Scope.ANSWER);
        String audit = ApiWalkTest.auditOf(agent, fr.preau.Scene.COLLEGE.value());
        String example = Description.KEPT
                .document()
                .at("/paths/~1audits~1{audit}~1answers~1{control}/put/requestBody/content/application~1json/example")
                .toString();
        assertThat(agent.put(audit + "/answers/SAU-02", 0, example).status()).isEqualTo(200);
        Matcher quoted = Pattern.compile("-d '(\\{[^']*})'").matcher(page(agent));
        assertThat(quoted.find()).isTrue();
        assertThat(agent.put(audit + "/answers/SAU-02", 1, quoted.group(1)).status())
                .isEqualTo(200);
    }

    private static String page(ApiClient agent) {
        var browser = BROWSER.page();
        browser.navigate(agent.base() + "/api");
        return browser.locator("main").innerText();
    }
}
