package io.keyledger.server.architecture.broken.server.left;

import io.keyledger.server.architecture.broken.server.right.Right;
import org.jspecify.annotations.Nullable;

public record Left(@Nullable Right right) {}
