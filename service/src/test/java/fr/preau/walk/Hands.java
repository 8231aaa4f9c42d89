package fr.preau.walk;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

/** What a person does by hand, counted: clicks, keys (a text is as many as its letters), files handed over. */
final class Hands {
    private final Page page;
    private int clicks;
    private int keys;
    private int files;

    Hands(Page page) {
        this.page = page;
    }

    int gestures() {
        return clicks + keys + files;
    }

    void click(Locator what) {
        clicks++;
        what.click();
    }

    void follow(String link) {
        click(named(AriaRole.LINK, link));
    }

    void push(String button) {
        click(named(AriaRole.BUTTON, button));
    }

    void key(String key) {
        keys++;
        page.keyboard().press(key);
    }

    void type(String text) {
        keys += text.length();
        page.keyboard().insertText(text);
    }

    void hand(FilePayload file) {
        files++;
        page.locator("input[type=file]").setInputFiles(file);
    }

    private Locator named(AriaRole role, String name) {
        return page.locator("main")
                .getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    @Override
    public String toString() {
        return "%d gestures (%d clicks, %d keys, %d files)".formatted(gestures(), clicks, keys, files);
    }
}
