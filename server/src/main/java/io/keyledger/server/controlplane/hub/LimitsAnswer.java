package io.keyledger.server.controlplane.hub;

import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.Window;
import java.util.List;
import java.util.Locale;

/** Rate limits, in the words of the profile language. */
record LimitsAnswer(String countedPer, List<String> windows, String headers) {

    static LimitsAnswer of(RateLimits limits) {
        return new LimitsAnswer(
                word(limits.countedPer()),
                limits.windows().stream().map(Window::inWords).toList(),
                word(limits.headers()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
