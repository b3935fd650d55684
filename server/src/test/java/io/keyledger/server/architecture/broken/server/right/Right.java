package io.keyledger.server.architecture.broken.server.right;

import io.keyledger.server.architecture.broken.server.left.Left;
import org.jspecify.annotations.Nullable;

public record Right(@Nullable Left left) {}
