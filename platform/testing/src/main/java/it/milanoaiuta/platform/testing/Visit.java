package it.milanoaiuta.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;

/**
 * A visit with a real browser (Debian's Chromium). Whatever happens on the way is held against the page: an error on the
 * console, which a breach of the content security policy is too, and any request to another place than ours and the login.
 */
public final class Visit implements AutoCloseable {

    private static final String CHROMIUM = "/usr/bin/chromium";
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");
    /** A slow machine is no reason to fail. */
    private static final double PATIENCE_MILLIS = 120_000;
    /** In pixels; the pages that people work with are shorter. */
    private static final int LONGEST_PICTURE = 10_000;
    private static final String AXE = AxeBuilder.getAxeScript();
    /** Of all that is in order axe would tell every element, which takes longer than to look at it. */
    private static final String WRONG = """
            apart => axe.run(apart ? {exclude: [apart]} : document, {resultTypes: ['violations']}).then(found => found.violations
              .map(wrong => `${wrong.id}: ${wrong.help} ${wrong.nodes[0].html}`))""";

    /** One browser for all visits of a test class. */
    public static final class Chromium implements AutoCloseable {

        private final Playwright playwright;
        private final Browser browser;

        public Chromium() {
            mustBeInstalled();
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright.chromium().launch(
                    new BrowserType.LaunchOptions().setExecutablePath(Path.of(CHROMIUM)).setArgs(ARGUMENTS));
        }

        /** @param language of the browser: it, en, ar */
        public Visit visit(URI address, String language, int width, boolean script) {
            return new Visit(browser.newContext(new Browser.NewContextOptions().setLocale(language)
                    .setViewportSize(width, 800).setJavaScriptEnabled(script)), address);
        }

        @Override
        public void close() {
            playwright.close();
        }

        private static void mustBeInstalled() {
            if (Files.isExecutable(Path.of(CHROMIUM))) {
                return;
            }
            try {
                new ProcessBuilder("sh", "-c", "apt-get update -qq && apt-get install -y -qq chromium").inheritIO().start()
                        .waitFor(8, TimeUnit.MINUTES);
            } catch (IOException | InterruptedException notDebianOrNotRoot) {
                // said below
            }
            if (!Files.isExecutable(Path.of(CHROMIUM))) {
                throw new IllegalStateException("The browser tests need Chromium at " + CHROMIUM
                        + ": install it with 'apt-get install chromium' (or your system's package) and run them again.");
            }
        }
    }

    private final BrowserContext context;
    private final Page page;
    private final URI address;
    private final List<String> complaints = new ArrayList<>();
    private long bytes;
    private boolean over;

    private Visit(BrowserContext context, URI address) {
        this.context = context;
        this.address = address;
        this.page = context.newPage();
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !saysThatSomethingWasRefused(message.text())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequestFinished(request -> {
            if (over) {
                return; // what ends while the browser closes cannot be asked for its size any more
            }
            var sizes = request.sizes();
            bytes += sizes.responseBodySize + sizes.responseHeadersSize;
            if (!URI.create(request.url()).getHost().equals(address.getHost())) {
                complaints.add("asked elsewhere: " + request.url());
            }
        });
    }

    /** By the browser, or by htmx of what it asked for: a refusal is an answer, which the page shows or acts on. */
    private static boolean saysThatSomethingWasRefused(String complaint) {
        return complaint.contains("the server responded with a status of 4")
                || complaint.startsWith("Response Status Error Code 4");
    }

    public Page open(String path) {
        page.navigate(address.resolve(path).toString());
        return page;
    }

    /** Waits until the page is at this address; where it is instead, the failure says, and a picture shows. */
    public void arrive(String address) {
        try {
            page.waitForURL(address);
        } catch (TimeoutError elsewhere) {
            picture("instead-of-arriving");
            throw new AssertionError("still at %s: %s".formatted(page.url(), page.locator("body").innerText()), elsewhere);
        }
    }

    /** What is shown now. */
    public Page page() {
        return page;
    }

    /** Sent over the wire so far, headers of the answers included. */
    public long bytes() {
        return bytes;
    }

    /** The page is whole for everybody: no complaint, nothing axe finds, nothing to push sideways. */
    public void mustBeFine(boolean script) {
        if (script) {
            mustBeFineApartFrom(null);
        } else {
            assertThat(complaints).as(page.url()).isEmpty();
        }
    }

    /**
     * As {@link #mustBeFine} with a script.
     *
     * @param sameInEveryLanguage selects what axe need not look at again, as it has seen it on this page in another language; null
     *            for nothing
     */
    public void mustBeFineApartFrom(String sameInEveryLanguage) {
        assertThat(complaints).as(page.url()).isEmpty();
        assertThat(wrong(sameInEveryLanguage)).as(page.url()).isEmpty();
        assertThat((Integer) page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"))
                .as("sideways scroll of " + page.url()).isLessThanOrEqualTo(0);
    }

    /** What axe finds. */
    private List<?> wrong(String apart) {
        if (!(Boolean) page.evaluate("'axe' in window")) {
            page.evaluate("() => { " + AXE + " }");
        }
        return (List<?>) page.evaluate(WRONG, apart);
    }

    /** Of the whole page; of one that goes on and on, its beginning. */
    public void picture(String name) {
        boolean goesOn = (Integer) page.evaluate("document.scrollingElement.scrollHeight") > LONGEST_PICTURE;
        page.screenshot(new Page.ScreenshotOptions().setFullPage(!goesOn)
                .setPath(Path.of("target/pictures", name + ".png")));
    }

    @Override
    public void close() {
        over = true;
        context.close();
    }
}
