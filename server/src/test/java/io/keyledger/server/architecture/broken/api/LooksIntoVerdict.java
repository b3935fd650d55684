package io.keyledger.server.architecture.broken.api;

import io.keyledger.server.architecture.broken.verdict.ReadsAFile;

public record LooksIntoVerdict(ReadsAFile verdict) {}
