package fr.preau.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import fr.preau.App;
import fr.preau.Visitor;
import fr.preau.access.Principal;
import fr.preau.web.Browser;
import java.util.List;

/** A person of the scene at a browser of their own, who comes in by a session opened in the database. */
record Walker(Page page, String base, boolean scripts) {
    static Walker of(App app, Browser browser, Principal person) {
        return new Walker(browser.page(), app.url(), true).becomes(app, person);
    }

    static Walker withoutScripts(App app, Browser browser, Principal person) {
        return new Walker(browser.pageWithoutScripts(), app.url(), false).becomes(app, person);
    }

    /** Somebody whom nobody knows yet. */
    static Walker anonymous(App app, Browser browser) {
        return new Walker(browser.page(), app.url(), true);
    }

    /** Hands the browser to somebody else, signed in by a session opened in the database. */
    Walker becomes(App app, Principal person) {
        return carries(app.signIn(person.account()));
    }

    /** Hands the browser to who has this cookie. */
    Walker carries(Visitor visitor) {
        String[] cookie = visitor.cookie().split("=", 2);
        page.context().clearCookies();
        page.context().addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(base)));
        return this;
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

    /** Presses the only button of this name: the whole name, so that « Enregistrer » isn't « Enregistrer et passer à… ». */
    Walker presses(String name) {
        return presses(page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true)));
    }

    /** Where no script runs, the driver can't tell that a button it scrolled to stands still: there, by the keyboard. */
    private Walker presses(Locator button) {
        if (scripts) {
            button.click();
        } else {
            button.press("Enter");
        }
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

    /** Saves and goes on to the next control. */
    Walker goesOn() {
        return presses(page.locator("button[name=then]"));
    }

    /** Waits until the page tells what has just been done. */
    Walker isTold(String text) {
        assertThat(page.locator(".note.done")).containsText(text);
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

    /** The page where one stands has nothing that stands in the way. Axe is a script: the other walk looks where none runs. */
    Walker meetsNoBarrier() {
        if (scripts) {
            Browser.assertNoBarrier(page);
        }
        return this;
    }
}
