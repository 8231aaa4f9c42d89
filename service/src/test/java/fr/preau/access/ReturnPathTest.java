package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {
    private static final URI HERE = URI.create("https://preau.exemple.fr/connexion");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/etablissements",
                "/audits/12/SAU-02",
                "/chiffres/collectivite-35238?campagne=3&vue=themes",
                "/recherche?q=%C3%A9cole+du+bourg",
                "/audits/12?lien=a/b",
                "/personnes/"
            })
    void leads_back_to_a_page_of_ours(String path) {
        assertThat(ReturnPath.of(path).value()).isEqualTo(path);
        assertThat(HERE.resolve(ReturnPath.of(path).uri()).getHost()).isEqualTo("preau.exemple.fr");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "etablissements",
                "//evil.example",
                "///evil.example",
                "////evil.example/%2f..",
                "/\\evil.example",
                "\\\\evil.example",
                "\\/evil.example",
                "/\\/evil.example",
                "https://evil.example",
                "https:evil.example",
                "http:///evil.example",
                "HTTPS://evil.example/",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,x",
                "mailto:x@evil.example",
                "@evil.example",
                ".evil.example",
                "/%2f/evil.example",
                "/%2F%2Fevil.example",
                "/%5cevil.example",
                "/%5C/evil.example",
                "/%2fevil.example",
                "/a/%2e%2e//evil.example",
                "/.//evil.example",
                "/..//evil.example",
                "/./evil.example",
                "/../evil.example",
                "/a//evil.example",
                "/%2e/%2e/evil",
                "/%252f%252fevil.example",
                "/%09/evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/\r\nLocation: https://evil.example",
                "/a\r\nSet-Cookie: x=1",
                "/%0d%0aLocation:%20https://evil.example",
                "/\u0000evil",
                "/%00evil",
                "/\u2028evil",
                "/\uFF0Fevil.example",
                "/\u2044evil.example",
                "/ evil",
                " //evil.example",
                "\t//evil.example",
                "/é",
                "/a%",
                "/a%2",
                "/a%zz",
                "/a?b=%",
                "/a?b=<script>",
                "/a\"onclick=x",
                "/a#//evil.example",
                "/[::1]",
                "/connexion",
                "/connexion?retour=/connexion",
                "/connexion/demonstration",
                "/deconnexion",
                "/lien/abc",
                "/api/v1/campaigns",
                "/assets/x/y.js"
            })
    void goes_home_rather_than_anywhere_doubtful(String path) {
        assertThat(ReturnPath.of(path)).isEqualTo(ReturnPath.HOME);
    }

    @Property
    void never_leads_to_another_host(@ForAll @StringLength(max = 40) String tail) {
        for (String start : new String[] {"", "/", "//", "/\\", "/%2f", "/.", "https://"}) {
            URI uri = ReturnPath.of(start + tail).uri();
            assertThat(HERE.resolve(uri).getRawAuthority()).isEqualTo("preau.exemple.fr");
            assertThat(uri.toString()).startsWith("/").doesNotStartWith("//");
        }
    }

    @Test
    void goes_home_rather_than_along_an_endless_address() {
        assertThat(ReturnPath.of("/" + "a".repeat(600))).isEqualTo(ReturnPath.HOME);
        assertThat(ReturnPath.of("/" + "%20".repeat(100_000) + "\n")).isEqualTo(ReturnPath.HOME);
    }

    @Test
    void encodes_itself_into_the_address_of_the_sign_in_page() {
        assertThat(ReturnPath.of("/recherche?q=a&b=c").signIn())
                .hasToString("/connexion?retour=%2Frecherche%3Fq%3Da%26b%3Dc");
        assertThat(ReturnPath.HOME.signIn()).hasToString("/connexion");
    }
}
