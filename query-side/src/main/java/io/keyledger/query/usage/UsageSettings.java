package io.keyledger.query.usage;

import java.time.Duration;

/**
 * What an operator may choose.
 *
 * @param node the name of this process, which no other ever has
 * @param flush how often what was counted is written: the most that a crash loses
 * @param held how many minutes of credentials are held until then, at some 500 bytes each; beyond
 *     that, only their workspaces are counted
 */
public record UsageSettings(String node, Duration flush, int held) {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    public UsageSettings {
        if (flush.compareTo(SHORTEST) < 0 || flush.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "usage is flushed every 100 milliseconds to 10 minutes");
        }
        if (held < 1) {
            throw new IllegalArgumentException("usage of at least one credential is held");
        }
    }
}
