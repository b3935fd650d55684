package io.keyledger.verdict.profile;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the template of a body into JSON text with slots. Words of the form are filled in here,
 * what only the request knows becomes a slot, and both are escaped as JSON strings.
 */
final class BodyCompiler {

    private static final Pattern WORD = Pattern.compile("\\{(code|text|status)}");
    private static final Pattern SLOT =
            Pattern.compile("\\{(scope|retry-after|credential-kind|field|message)}");
    private static final Pattern OF_ONE_ERROR = Pattern.compile("\\{(field|message)}");
    private static final String OWN_TEXT = "{text}";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, String> words;
    private final String hub;
    private final String called;
    private final boolean apisOwn;
    private final List<String> pieces = new ArrayList<>();
    private final List<Function<RefusalFacts, String>> slots = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();

    private BodyCompiler(Map<String, String> words, String hub, String called, boolean apisOwn) {
        this.words = words;
        this.hub = hub;
        this.called = called;
        this.apisOwn = apisOwn;
    }

    /**
     * @param words what {@code code}, {@code text} and {@code status} stand for
     * @param hub the hub's title
     * @param called the hub's own word for a key
     * @param apisOwn whether it is the API itself that refuses, and may say why in its own words
     */
    static BodyTemplate compile(
            Map<String, Object> body,
            Map<String, String> words,
            String hub,
            String called,
            boolean apisOwn) {
        BodyCompiler compiler = new BodyCompiler(words, hub, called, apisOwn);
        compiler.value(body);
        return compiler.finished();
    }

    private void value(Object value) {
        switch (value) {
            case Map<?, ?> object -> object(object);
            case List<?> array -> array(array);
            case String string -> string(string);
            default -> piece.append(JSON.writeValueAsString(value));
        }
    }

    private void object(Map<?, ?> object) {
        piece.append('{');
        String separator = "";
        for (Map.Entry<?, ?> member : object.entrySet()) {
            piece.append(separator).append(JSON.writeValueAsString(member.getKey())).append(':');
            value(member.getValue());
            separator = ",";
        }
        piece.append('}');
    }

    /** A list of one item that speaks of one error has such an item for each of them. */
    private void array(List<?> array) {
        if (array.size() == 1 && speaksOfOneError(array.getFirst())) {
            BodyTemplate item = nested(array.getFirst());
            slot(facts -> facts.eachError().map(item::joined).collect(joining(",", "[", "]")));
            return;
        }
        piece.append('[');
        String separator = "";
        for (Object element : array) {
            piece.append(separator);
            value(element);
            separator = ",";
        }
        piece.append(']');
    }

    private static boolean speaksOfOneError(Object item) {
        return OF_ONE_ERROR.matcher(JSON.writeValueAsString(item)).find();
    }

    private BodyTemplate nested(Object item) {
        BodyCompiler inner = new BodyCompiler(words, hub, called, apisOwn);
        inner.value(item);
        return inner.finished();
    }

    private BodyTemplate finished() {
        pieces.add(piece.toString());
        return new BodyTemplate(pieces, slots);
    }

    /** A placeholder that stands alone may become something else than a string. */
    private void string(String template) {
        if (apisOwn && template.contains(OWN_TEXT)) {
            eitherText(template);
            return;
        }
        switch (template) {
            case "{status}" -> piece.append(words.get("status"));
            case "{retry-after}" -> slot(BodyCompiler::retryAfter);
            case "{errors}" -> slot(facts -> JSON.writeValueAsString(facts.errors()));
            default -> text(filled(template));
        }
    }

    /** With the API's own text where it has one, else with the hub's. */
    private void eitherText(String template) {
        BodyTemplate hubs = only(template);
        int at = template.indexOf(OWN_TEXT);
        BodyTemplate before = only(template.substring(0, at));
        BodyTemplate after = only(template.substring(at + OWN_TEXT.length()));
        slot(facts -> {
            String own = facts.text();
            return own == null
                    ? hubs.joined(facts)
                    : unclosed(before.joined(facts)) + escaped(own) + unopened(after.joined(facts));
        });
    }

    /** One string, quoted. */
    private BodyTemplate only(String template) {
        BodyCompiler inner = new BodyCompiler(words, hub, called, false);
        inner.text(inner.filled(template));
        return inner.finished();
    }

    private static String unclosed(String quoted) {
        return quoted.substring(0, quoted.length() - 1);
    }

    private static String unopened(String quoted) {
        return quoted.substring(1);
    }

    private String filled(String template) {
        return WORD.matcher(template)
                .replaceAll(it -> Matcher.quoteReplacement(words.getOrDefault(it.group(1), "")))
                .replace("{hub}", hub);
    }

    private void text(String text) {
        piece.append('"');
        Matcher matcher = SLOT.matcher(text);
        int done = 0;
        while (matcher.find()) {
            piece.append(escaped(text.substring(done, matcher.start())));
            slot(slotNamed(matcher.group(1)));
            done = matcher.end();
        }
        piece.append(escaped(text.substring(done))).append('"');
    }

    private Function<RefusalFacts, String> slotNamed(String name) {
        return switch (name) {
            case "scope" -> facts -> escaped(orElse(facts.scope(), ""));
            case "credential-kind" -> facts -> escaped(orElse(facts.credentialKind(), called));
            case "field" -> facts -> escaped(first(facts.errors().keySet()));
            case "message" -> facts -> escaped(firstMessage(facts));
            default -> BodyCompiler::retryAfter;
        };
    }

    private void slot(Function<RefusalFacts, String> slot) {
        pieces.add(piece.toString());
        piece.setLength(0);
        slots.add(slot);
    }

    private static String retryAfter(RefusalFacts facts) {
        return Long.toString(facts.retryAfterSeconds());
    }

    private static String firstMessage(RefusalFacts facts) {
        return facts.errors().values().stream().findFirst().map(BodyCompiler::first).orElse("");
    }

    private static String first(Collection<String> texts) {
        return texts.stream().findFirst().orElse("");
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    /** The inside of a JSON string. */
    private static String escaped(String text) {
        String quoted = JSON.writeValueAsString(text);
        return quoted.substring(1, quoted.length() - 1);
    }
}
