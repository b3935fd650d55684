package io.keyledger.server.console.frame;

import io.keyledger.api.hub.HubProfile;
import java.util.Locale;

/**
 * What a hub calls its keys.
 *
 * @param one in the middle of a sentence: {@code API key}
 */
public record KeyWords(String one) {

    public static KeyWords of(HubProfile hub) {
        return new KeyWords(hub.keys().called());
    }

    /** Several of them, at the start of a line: {@code API keys}. */
    public String title() {
        return one.substring(0, 1).toUpperCase(Locale.ROOT) + one.substring(1) + "s";
    }
}
