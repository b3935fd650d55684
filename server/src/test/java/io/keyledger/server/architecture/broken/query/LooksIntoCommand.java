package io.keyledger.server.architecture.broken.query;

import io.keyledger.server.architecture.broken.command.LogsWithTheJdk;

public record LooksIntoCommand(LogsWithTheJdk command) {}
