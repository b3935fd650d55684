package io.keyledger.server.architecture.broken.verdict;

import io.keyledger.server.architecture.broken.server.left.Left;

public record LooksIntoServer(Left server) {}
