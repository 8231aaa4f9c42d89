package fr.preau.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import fr.preau.App;
import fr.preau.access.Principal;
import fr.preau.web.Browser;
import java.util.List;

/** A person of the scene at a browser of their own, who comes in by a session opened in the database. */
record Walker(Page page, String base) {
    static Walker of(App app, Browser browser, Principal person) {
        return signedIn(app, browser.page(), person);
    }

    static Walker withoutScripts(App app, Browser browser, Principal person) {
        return signedIn(app, browser.pageWithoutScripts(), person);
    }

    private static Walker signedIn(App app, Page page, Principal person) {
        String[] cookie = app.signIn(person.account()).cookie().split("=", 2);
        page.context().addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(app.url())));
        return new Walker(page, app.url());
    }

    Walker goesTo(String path) {
        page.navigate(base + path);
        return this;
    }

    /** Follows the first link of this name. */
    Walker follows(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        return this;
    }

    /** Presses the only button whose name begins so. */
    Walker presses(String name) {
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .click();
        return this;
    }

    Walker chooses(String verdict) {
        page.locator("input[name=verdict][value=" + verdict + "]").check();
        return this;
    }

    Walker comments(String text) {
        page.locator("#comment").fill(text);
        return this;
    }

    /** Waits until the page says so. */
    Walker reads(String text) {
        assertThat(page.locator("main")).containsText(text);
        return this;
    }

    Walker is(String heading) {
        assertThat(page.locator("h1")).hasText(heading);
        return this;
    }

    /** Zero axe violations on the page where one stands, wide and narrow, and nothing beyond the screen. */
    Walker meetsNoBarrier() {
        Browser.assertAccessibleAt(page, 1440, 320);
        return this;
    }
}
