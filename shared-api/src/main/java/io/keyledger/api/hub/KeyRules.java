package io.keyledger.api.hub;

import java.time.Duration;

/**
 * How a hub's API keys look and live.
 *
 * @param prefix what every secret starts with, without the underscore that follows it: {@code hbn}
 * @param called the hub's own word for a key, used in messages: {@code API key}
 * @param rotationGrace how long the old secret lives on after a rotation that names no grace
 * @param longestGrace the most that a rotation may ask for
 */
public record KeyRules(
        String prefix,
        String called,
        SecretVisibility secrets,
        Duration rotationGrace,
        Duration longestGrace) {}
