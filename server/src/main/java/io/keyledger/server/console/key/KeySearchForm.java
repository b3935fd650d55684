package io.keyledger.server.console.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.query.inventory.KeyFilter;
import io.keyledger.query.inventory.KeyStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Which keys somebody looks for, as the page's form has it; nothing is null or empty text. */
record KeySearchForm(@Nullable String q, @Nullable String status, @Nullable String scope) {

    KeyFilter in(String workspace) {
        return new KeyFilter(workspace, status(status), text(scope), null, text(q));
    }

    /** A status that there is not is as good as none. */
    private static @Nullable KeyStatus status(@Nullable String word) {
        return Arrays.stream(KeyStatus.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElse(null);
    }

    public boolean isEmpty() {
        return query().isEmpty();
    }

    /** The same search as the query of a link, with its question mark. */
    public String query() {
        String fields =
                Stream.of(field("q", q), field("status", status), field("scope", scope))
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining("&"));
        return fields.isEmpty() ? "" : "?" + fields;
    }

    private static String field(String name, @Nullable String value) {
        String text = text(value);
        return text == null ? "" : name + "=" + UriUtils.encode(text, UTF_8);
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
