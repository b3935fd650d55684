package io.keyledger.verdict.profile;

import java.util.ArrayList;
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
    private static final Pattern SLOT = Pattern.compile("\\{(scope|retry-after|credential-kind)}");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, String> words;
    private final String hub;
    private final String called;
    private final List<String> pieces = new ArrayList<>();
    private final List<Function<RefusalFacts, String>> slots = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();

    private BodyCompiler(Map<String, String> words, String hub, String called) {
        this.words = words;
        this.hub = hub;
        this.called = called;
    }

    /**
     * @param words what {@code code}, {@code text} and {@code status} stand for
     * @param hub the hub's title
     * @param called the hub's own word for a key
     */
    static BodyTemplate compile(
            Map<String, Object> body, Map<String, String> words, String hub, String called) {
        BodyCompiler compiler = new BodyCompiler(words, hub, called);
        compiler.value(body);
        compiler.pieces.add(compiler.piece.toString());
        return new BodyTemplate(compiler.pieces, compiler.slots);
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

    private void array(List<?> array) {
        piece.append('[');
        String separator = "";
        for (Object element : array) {
            piece.append(separator);
            value(element);
            separator = ",";
        }
        piece.append(']');
    }

    /** A placeholder that stands alone may become something else than a string. */
    private void string(String template) {
        switch (template) {
            case "{status}" -> piece.append(words.get("status"));
            case "{retry-after}" -> slot(BodyCompiler::retryAfter);
            case "{errors}" -> slot(facts -> JSON.writeValueAsString(facts.errors()));
            default -> text(filled(template));
        }
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

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    /** The inside of a JSON string. */
    private static String escaped(String text) {
        String quoted = JSON.writeValueAsString(text);
        return quoted.substring(1, quoted.length() - 1);
    }
}
