package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.IncompleteExecutionException;

/**
 * The system's Chromium, one for all test classes, a clean profile a test.
 *
 * <p>A test fails when a page breaks the content security policy or a script throws, whether or not it looked for it. Of
 * a test that fails, each page is kept as a picture, whose path the failure tells.
 */
public final class Browser implements BeforeAllCallback, AfterEachCallback, TestExecutionExceptionHandler {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final Path SHOTS = Path.of(System.getProperty("preau.shots", "target/shots"));
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    /** In milliseconds: machines that run other builds are slow, and only a failure waits that long. */
    private static final int PATIENCE = 30_000;
    /** Brings home what axe complains of, and not the thousands of nodes that it found in order. */
    private static final String VIOLATIONS = """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations.flatMap(rule =>
                rule.nodes.map(node => `${rule.id}: ${node.html} ${node.failureSummary}`))""";

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private com.microsoft.playwright.Browser chromium;

    /** Started once, closed after the last test class. */
    private static final class Started implements AutoCloseable {
        private final Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final com.microsoft.playwright.Browser chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("preau.chromium", "/usr/bin/chromium")))
                        .setArgs(FLAGS));

        @Override
        public void close() {
            playwright.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        chromium = context.getRoot()
                .getStore(Namespace.create(Browser.class))
                .getOrComputeIfAbsent(Started.class, key -> new Started(), Started.class)
                .chromium;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        if (failure instanceof IncompleteExecutionException) {
            throw failure;
        }
        String name = context.getRequiredTestClass().getSimpleName() + "-"
                + context.getRequiredTestMethod().getName();
        List<String> pictures = contexts.stream()
                .flatMap(profile -> profile.pages().stream())
                .map(page -> picture(page, name + "-" + contexts.indexOf(page.context())))
                .toList();
        throw new AssertionError(failure.getMessage() + "\nThe pages then: " + pictures, failure);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        List<String> seen = List.copyOf(faults);
        faults.clear();
        assertThat(seen).as("faults told by the browser").isEmpty();
    }

    /** A page in a profile of its own, in French, 1440 pixels wide. */
    public Page page() {
        return page(new com.microsoft.playwright.Browser.NewContextOptions());
    }

    /** A page in a profile of its own that runs no script. */
    public Page pageWithoutScripts() {
        return page(new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    private Page page(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options.setLocale("fr-FR").setViewportSize(WIDTH, HEIGHT));
        contexts.add(context);
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                faults.add(message.text());
            }
        });
        return page;
    }

    /** Zero axe violations and no sideways scroll, at 1440, 390 and 320 pixels, and in the dark. */
    public static void assertAccessible(Page page) {
        for (int width : List.of(WIDTH, 390, 320)) {
            page.setViewportSize(width, HEIGHT);
            assertSound(page, width + " pixels");
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertSound(page, "320 pixels in the dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(WIDTH, HEIGHT);
    }

    /** Zero axe violations on a wide screen and no sideways scroll on the narrowest: for a walk, which meets many pages. */
    public static void assertNoBarrier(Page page) {
        assertSound(page, WIDTH + " pixels");
        page.setViewportSize(320, HEIGHT);
        assertFits(page, "320 pixels");
        page.setViewportSize(WIDTH, HEIGHT);
    }

    private static void assertSound(Page page, String where) {
        assertFits(page, where);
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        assertThat((List<?>) page.evaluate(VIOLATIONS))
                .as("axe at " + where + " of " + page.url())
                .isEmpty();
    }

    private static void assertFits(Page page, String where) {
        int beyond = (int) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat(beyond)
                .as("pixels beyond the screen at " + where + " of " + page.url())
                .isLessThanOrEqualTo(0);
    }

    /** Keeps a picture of the whole page, to be looked at. */
    public static void shot(Page page, String name, int width) {
        page.setViewportSize(width, HEIGHT);
        picture(page, name + "-" + width);
    }

    /** Keeps a picture of the whole page as it is and tells where. */
    public static String picture(Page page, String name) {
        Path path = SHOTS.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(path));
        return path.toString();
    }
}
