package io.keyledger.server.console.frame;

import org.jspecify.annotations.Nullable;

/**
 * Why nothing of a workspace works, whatever a key or a token may do.
 *
 * @param text what is the matter
 * @param told what the hub tells those who call; null when it has no words of its own
 */
public record Obstacle(String text, @Nullable String told) {}
