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
import java.util.regex.Pattern;

/** A person of the scene at a browser of their own, who comes in by a session opened in the database. */
record Walker(Page page, String base, boolean scripts) {
    private static final int PATIENCE = 10_000;

    static Walker of(App app, Browser browser, Principal person) {
        return signedIn(app, browser.page(), person, true);
    }

    static Walker withoutScripts(App app, Browser browser, Principal person) {
        return signedIn(app, browser.pageWithoutScripts(), person, false);
    }

    /** Somebody whom nobody knows yet. */
    static Walker anonymous(App app, Browser browser) {
        return new Walker(browser.page(), app.url(), true);
    }

    private static Walker signedIn(App app, Page page, Principal person, boolean scripts) {
        String[] cookie = app.signIn(person.account()).cookie().split("=", 2);
        page.context().addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(app.url())));
        page.setDefaultTimeout(PATIENCE);
        return new Walker(page, app.url(), scripts);
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

    /** Presses the only button of this name, or whose name begins so where it ends with an ellipsis. */
    Walker presses(String name) {
        Pattern pattern = Pattern.compile(
                name.endsWith("…")
                        ? "^" + Pattern.quote(name.substring(0, name.length() - 1))
                        : "^" + Pattern.quote(name) + "$");
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(pattern))
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

    /**
     * Zero axe violations on the page where one stands, wide and narrow, and nothing beyond the screen. Axe is a script:
     * where none runs, the page is the same and is looked at in the other walk.
     */
    Walker meetsNoBarrier() {
        if (scripts) {
            Browser.assertAccessibleAt(page, 1440, 320);
        }
        return this;
    }
}
