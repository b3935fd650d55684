package io.keyledger.server.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.springframework.core.io.ClassPathResource;

/** A headless Chromium of this machine. */
final class Browser implements AutoCloseable {

    static final int PHONE_WIDTH = 375;

    private static final int PHONE_HEIGHT = 812;
    private static final int DESKTOP_WIDTH = 1280;
    private static final int DESKTOP_HEIGHT = 900;

    /** What looks at pages as people who cannot see them have to. */
    private static final String AXE =
            resource("META-INF/resources/webjars/axe-core/4.6.3/axe.min.js");

    /** WCAG 2.2, 1.4.3: 4.5 to 1, and 3 to 1 for large text. */
    private static final String BELOW_CONTRAST =
            """
            const channel = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
            const rgba = color => color.match(/[\\d.]+/g).map(Number);
            const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
            const ground = element => {
              for (let e = element; e; e = e.parentElement) {
                const color = rgba(getComputedStyle(e).backgroundColor);
                if (color.length < 4 || color[3] === 1) return color;
              }
              return matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18] : [255, 255, 255];
            };
            const below = [];
            for (const element of document.body.querySelectorAll('*')) {
              const own = [...element.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
              if (!own) continue;
              const style = getComputedStyle(element);
              const [light, dark] = [luminance(rgba(style.color)), luminance(ground(element))].sort((a, b) => b - a);
              const size = parseFloat(style.fontSize);
              const large = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700);
              const contrast = (light + 0.05) / (dark + 0.05);
              if (contrast < (large ? 3 : 4.5)) below.push(contrast.toFixed(2) + ' ' + element.textContent.trim().slice(0, 40));
            }
            return below;
            """;

    /** Whether a press loads a page; if so, marks the one that is there. */
    private static final String LEADS_ON =
            """
            const it = arguments[0];
            if (it.closest('[hx-get], [hx-post]')) return false;
            const leadsOn = it.tagName === 'A'
                ? !it.hasAttribute('download') && !it.target && !it.getAttribute('href').startsWith('#')
                : it.type === 'submit' && !!it.form && (it.formNoValidate || it.form.noValidate || it.form.checkValidity());
            document.isLeft = leadsOn;
            return leadsOn;
            """;

    private static final String IS_NEXT_PAGE =
            "return !document.isLeft && document.readyState === 'complete';";

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser phone(Path folder, Scheme scheme) {
        return sized(folder, scheme, PHONE_WIDTH, PHONE_HEIGHT, true);
    }

    static Browser desktop(Path folder, Scheme scheme) {
        return sized(folder, scheme, DESKTOP_WIDTH, DESKTOP_HEIGHT, false);
    }

    private static Browser sized(
            Path folder, Scheme scheme, int width, int height, boolean mobile) {
        File chromium = needed("chromium", "google-chrome");
        File chromedriver = needed("chromedriver");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + fresh(folder));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriver driver =
                new ChromeDriver(
                        new ChromeDriverService.Builder()
                                .usingDriverExecutable(chromedriver)
                                .usingAnyFreePort()
                                .build(),
                        options);
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        height,
                        "deviceScaleFactor",
                        mobile ? 2 : 1,
                        "mobile",
                        mobile));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of(
                                        "name",
                                        "prefers-color-scheme",
                                        "value",
                                        scheme.name().toLowerCase(Locale.ROOT)))));
        return new Browser(driver);
    }

    void open(String url) {
        driver.get(url);
    }

    /** Types into the field with this label, as a person does who reads the page. */
    void type(String label, String text) {
        WebElement field = labelled(label);
        field.clear();
        field.sendKeys(text);
    }

    private WebElement labelled(String label) {
        return driver.findElements(By.tagName("label")).stream()
                .filter(it -> it.getText().equals(label))
                .findFirst()
                .map(it -> it.getDomAttribute("for"))
                .map(id -> driver.findElement(By.id(id)))
                .orElseThrow();
    }

    /** Chooses a file for the field with this label. */
    void choose(String label, Path file) {
        labelled(label).sendKeys(file.toString());
    }

    /** Presses the button or link with this name, and waits for the page that it leads to. */
    void press(String name) {
        WebElement pressed =
                driver.findElements(By.cssSelector("button, a")).stream()
                        .filter(it -> it.getText().contains(name))
                        .findFirst()
                        .orElseThrow();
        boolean leadsOn = (Boolean) Objects.requireNonNull(driver.executeScript(LEADS_ON, pressed));
        pressed.click();
        if (leadsOn) {
            // The driver waits only for what has begun, and under load nothing has, yet.
            Awaitility.await().ignoreExceptions().until(() -> (Boolean) script(IS_NEXT_PAGE));
        }
    }

    /** Waits until the page shows a text, as it may without being loaded anew. */
    void await(String text) {
        Awaitility.await()
                .ignoreException(StaleElementReferenceException.class)
                .until(() -> driver.findElement(By.tagName("main")).getText().contains(text));
    }

    /** Types on the keyboard, wherever the focus is. */
    void keys(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** The text of what has the focus; of a field, its label. */
    String focused() {
        return (String)
                script(
                        """
                        const e = document.activeElement;
                        return (e.labels && e.labels.length ? e.labels[0] : e).textContent.trim();
                        """);
    }

    String url() {
        return Objects.requireNonNull(driver.getCurrentUrl());
    }

    /** Fields without a label, and pictures without a word of what they are. */
    @SuppressWarnings("unchecked")
    List<String> unnamed() {
        return (List<String>)
                script(
                        """
                        return [...document.querySelectorAll('input:not([type=hidden]), img')]
                            .filter(e => e.tagName === 'IMG' ? !e.hasAttribute('alt') : !e.labels.length)
                            .map(e => e.outerHTML);
                        """);
    }

    String title() {
        return Objects.requireNonNull(driver.getTitle());
    }

    /** In CSS pixels; more than the phone's when something sticks out. */
    long widthOfContent() {
        return (Long) script("return document.documentElement.scrollWidth;");
    }

    /** What is wider than the phone, to be named when something is. */
    @SuppressWarnings("unchecked")
    List<String> stickingOut() {
        return (List<String>)
                script(
                        """
                        return [...document.body.querySelectorAll('*')]
                            .filter(e => e.getBoundingClientRect().right > %d || e.getBoundingClientRect().left < 0)
                            .map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40));
                        """
                                .formatted(PHONE_WIDTH));
    }

    /** Texts that some people cannot read. */
    @SuppressWarnings("unchecked")
    List<String> textsBelowContrast() {
        return (List<String>) script(BELOW_CONTRAST);
    }

    /** What axe-core finds that is serious: rule, and where. */
    @SuppressWarnings("unchecked")
    List<String> violations() {
        driver.executeScript(AXE);
        return (List<String>)
                Objects.requireNonNull(
                        driver.executeAsyncScript(
                                """
                                const done = arguments[arguments.length - 1];
                                axe.run(document, {resultTypes: ['violations']})
                                    .then(found => done(found.violations
                                        .filter(it => it.impact === 'serious' || it.impact === 'critical')
                                        .flatMap(it => it.nodes.map(node => it.id + ': ' + node.html))),
                                        error => done(['axe failed: ' + error]));
                                """));
    }

    /** What the browser has to say against the page, refused scripts and styles among it. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("favicon.ico"))
                .filter(message -> !message.contains("status of 422"))
                .filter(message -> !message.contains("willReadFrequently")) // axe-core's own
                .toList();
    }

    /** Ticks the box, or picks the choice, with this label. */
    void tick(String label) {
        driver.findElements(By.tagName("label")).stream()
                .filter(it -> it.getText().startsWith(label))
                .findFirst()
                .orElseThrow()
                .click();
    }

    /** Picks an option of the list with this label. */
    void choose(String label, String option) {
        labelled(label).findElements(By.tagName("option")).stream()
                .filter(it -> it.getText().equals(option))
                .findFirst()
                .orElseThrow()
                .click();
    }

    /** Waits until the element shows this, as pages do that change while one looks at them. */
    void waitFor(String selector, String text) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .ignoreException(StaleElementReferenceException.class)
                .untilAsserted(() -> assertThat(shown(selector)).contains(text));
    }

    /** Where the first link leads that has this in it. */
    String link(String part) {
        return Objects.requireNonNull(
                driver.findElement(By.cssSelector("a[href*='" + part + "']"))
                        .getDomProperty("href"));
    }

    /** What the element shows. */
    String shown(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    int count(String selector) {
        return driver.findElements(By.cssSelector("body :is(" + selector + ")")).size();
    }

    String text() {
        return (String) script("return document.body.textContent;");
    }

    void screenshot(Path file) throws IOException {
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    private Object script(String script) {
        return Objects.requireNonNull(driver.executeScript(script));
    }

    private static String resource(String name) {
        try {
            return new ClassPathResource(name).getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path fresh(Path folder) {
        try {
            return Files.createTempDirectory(folder, "chromium");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where builds are judged, a missing browser is a failure; elsewhere the test says so. */
    private static File needed(String... names) {
        Optional<File> found =
                Stream.of(names)
                        .flatMap(name ->
                                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                                        .map(folder -> new File(folder, name)))
                        .filter(File::canExecute)
                        .findFirst();
        return found.orElseGet(() -> missing(names[0]));
    }

    private static File missing(String name) {
        String message =
                "The page was not looked at: there is no "
                        + name
                        + " here. Install Chromium and its driver; on Debian: apt-get install"
                        + " chromium chromium-driver";
        return System.getenv("CI") == null ? abort(message) : fail(message);
    }

    @Override
    public void close() {
        driver.quit();
    }

    /** What the reader prefers. */
    enum Scheme {
        LIGHT,
        DARK
    }
}
