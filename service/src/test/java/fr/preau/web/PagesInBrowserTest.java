package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.dropwizard.core.Configuration;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(DropwizardExtensionsSupport.class)
class PagesInBrowserTest {
    static final DropwizardAppExtension<Configuration> APP = new DropwizardAppExtension<>(
            SampleApplication.class,
            null,
            ConfigOverride.config("server.applicationConnectors[0].port", "0"),
            ConfigOverride.config("server.adminConnectors[0].port", "0"));

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @ParameterizedTest
    @CsvSource({
        "/planche, planche, 200",
        "/nowhere, introuvable, 404",
        "/page/invalid, corriger, 422",
        "/aide, aide, 200",
        "/mentions-legales, mentions, 200",
        "/accessibilite, accessibilite, 200"
    })
    void shows_each_page_to_everyone(String path, String name, int status) {
        Page page = BROWSER.page();
        Response reply = page.navigate(url(path));
        assertThat(reply.status()).isEqualTo(status);
        Browser.shot(page, "web-" + name, 1440);
        Browser.shot(page, "web-" + name, 390);
        Browser.assertAccessible(page);
    }

    @Test
    void draws_marks_of_the_shared_file_in_the_colours_of_the_page() {
        Page page = BROWSER.page();
        page.navigate(url("/planche"));
        page.waitForFunction("document.querySelector('.is-c .mark').getBBox().width > 10");
        String inherited = (String) page.evaluate("getComputedStyle(document.querySelector('.is-c > .mark')).color");
        assertThat(inherited).isEqualTo("rgb(31, 122, 80)");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Browser.shot(page, "web-nuit", 1440);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.LIGHT));
        Browser.shot(page, "web-papier", 794);
    }

    @Test
    void picks_an_answer_by_its_letter_but_not_while_one_types() {
        Page page = BROWSER.page();
        page.navigate(url("/planche"));
        page.keyboard().press("n");
        assertThat(page.locator("[name=verdict]:checked").inputValue()).isEqualTo("NON_CONFORME");
        page.keyboard().press("Shift+?");
        assertThat(page.locator("[name=verdict]:checked").inputValue()).isEqualTo("NE_SAIT_PAS");
        page.locator("#reason").pressSequentially("cpn");
        assertThat(page.locator("#reason").inputValue()).isEqualTo("cpn");
        assertThat(page.locator("[name=verdict]:checked").inputValue()).isEqualTo("NE_SAIT_PAS");
        page.keyboard().press("Control+c");
        assertThat(page.locator("[name=verdict]:checked").inputValue()).isEqualTo("NE_SAIT_PAS");
    }

    @Test
    void reads_what_is_to_correct_first_and_leads_to_its_field() {
        Page page = BROWSER.page();
        page.navigate(url("/planche"));
        assertThat(page.locator(":focus").getAttribute("class")).contains("note error");
        page.locator(".note.error a").first().click();
        assertThat(page.url()).endsWith("#reason");
    }

    @Test
    void keeps_a_form_and_says_why_when_a_request_of_htmx_fails_or_is_cut() {
        Page page = BROWSER.page();
        page.navigate(url("/planche"));
        page.evaluate("htmx.ajax('GET', '/page/fault', {target: '#reason', select: '#nothing', swap: 'outerHTML'})");
        page.locator("#live .note").waitFor();
        assertThat(page.locator("#live").textContent()).contains("Repère de cette demande");
        assertThat(page.locator("#reason").count()).isEqualTo(1);
        page.context().setOffline(true);
        page.evaluate("htmx.ajax('GET', '/planche', {target: '#reason'}).catch(() => null)");
        page.waitForFunction("document.getElementById('live').textContent.includes('coupée')");
        assertThat(page.locator("#reason").count()).isEqualTo(1);
    }

    @Test
    void changes_the_language_without_scripts_and_stays_on_the_page() {
        Page page = BROWSER.pageWithoutScripts();
        page.navigate(url("/accessibilite"));
        page.locator(".tongue").click();
        assertThat(page.url()).endsWith("/accessibilite");
        assertThat(page.locator("h1").textContent()).isEqualTo("Accessibility: not audited");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    }

    private static String url(String path) {
        return "http://localhost:" + APP.getLocalPort() + path;
    }
}
