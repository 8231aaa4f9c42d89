package fr.preau.access;

import fr.preau.App;
import fr.preau.Visitor;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way to the provider and back over HTTP, as a browser goes it. */
public record SignOn(App app, FakeProvider there) {
    private static final Pattern ONWARD = Pattern.compile("http-equiv=\"refresh\" content=\"0;url=([^\"]+)\"");

    /** A browser that has been sent to the provider. */
    public record Away(Visitor browser, URI address) {}

    /** The service with this provider in its configuration. */
    public static App configured(App app, FakeProvider there) {
        return app.with("singleSignOn.issuer", there.issuer())
                .with("singleSignOn.name", "Essai")
                .with("singleSignOn.clientId", FakeProvider.CLIENT)
                .with("singleSignOn.clientSecret", FakeProvider.SECRET)
                .with("singleSignOn.timeout", "20s");
    }

    Away leaves(String path, Map<String, String> form) {
        return away(app.anonymous().post(path, form));
    }

    Away away(HttpResponse<String> reply) {
        String cookie = Door.cookie(reply, "preau-fournisseur").orElseThrow();
        return new Away(new Visitor(app.url(), cookie, null, ""), address(reply.body()));
    }

    /** Where the page sends the browser. */
    static URI address(String body) {
        Matcher found = ONWARD.matcher(body);
        if (!found.find()) {
            throw new AssertionError("no way on in " + body);
        }
        return URI.create(found.group(1).replace("&amp;", "&"));
    }

    HttpResponse<String> comesBack(Away away) {
        return away.browser().get(there.comesBack(away.address()));
    }

    /** The whole way, for a page. */
    HttpResponse<String> in(String page) {
        return comesBack(leaves("/connexion/fournisseur", Map.of("retour", page)));
    }

    /** The browser as it is after the reply, with the provider's cookie too. */
    Visitor whole(Away away, HttpResponse<String> reply) {
        String session = Door.cookie(reply, "preau").orElseThrow();
        String csrf = new Secret(session.substring(session.indexOf('=') + 1)).derive("form");
        return new Visitor(app.url(), session + "; " + away.browser().cookie(), null, csrf);
    }
}
