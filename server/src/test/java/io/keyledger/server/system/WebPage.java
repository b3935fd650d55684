package io.keyledger.server.system;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * What a browser shows.
 *
 * @param status 0 when nobody of this machine answers at the address
 */
record WebPage(URI url, int status, String body) {

    private static final Pattern FORM =
            Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<input\\b([^>]*)>");
    private static final Pattern LINK = Pattern.compile("<a\\b([^>]*)>(.*?)</a>", Pattern.DOTALL);

    /** An address at which nobody is asked. */
    static WebPage elsewhere(URI url) {
        return new WebPage(url, 0, "");
    }

    /** The form that has a control of this name. */
    WebForm form(String control) {
        return FORM.matcher(body)
                .results()
                .filter(form -> form.group(2).contains("name=\"" + control + "\""))
                .findFirst()
                .map(form -> new WebForm(url.resolve(action(form)), fields(form.group(2))))
                .orElseThrow(() -> new AssertionError("no form with " + control + ": " + this));
    }

    boolean hasForm(String control) {
        return body.contains("name=\"" + control + "\"");
    }

    /** Where the link goes that says this. */
    Optional<URI> link(String text) {
        return LINK.matcher(body)
                .results()
                .filter(link -> HtmlUtils.htmlUnescape(link.group(2)).contains(text))
                .findFirst()
                .flatMap(link -> attribute(link.group(1), "href"))
                .map(url::resolve);
    }

    /** The code that an app gets here. */
    String code() {
        return Optional.ofNullable(query().get("code"))
                .orElseThrow(() -> new AssertionError("no code: " + this));
    }

    /** The values of the query that the browser was sent here with. */
    Map<String, String> query() {
        return Queries.parse(url.getRawQuery());
    }

    private String action(MatchResult form) {
        return attribute(form.group(1), "action").orElse(url.toString());
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        FIELD.matcher(form)
                .results()
                .map(field -> field.group(1))
                .forEach(field ->
                        fields.put(
                                attribute(field, "name").orElseThrow(),
                                attribute(field, "value").orElse("")));
        return fields;
    }

    private static Optional<String> attribute(String attributes, String name) {
        return Pattern.compile("\\b" + name + "=\"([^\"]*)\"")
                .matcher(attributes)
                .results()
                .findFirst()
                .map(value -> HtmlUtils.htmlUnescape(value.group(1)));
    }

    /** A form, with what its fields hold. */
    record WebForm(URI action, Map<String, String> fields) {

        WebForm with(String name, String value) {
            Map<String, String> filled = new LinkedHashMap<>(fields);
            filled.put(name, value);
            return new WebForm(action, filled);
        }
    }
}
