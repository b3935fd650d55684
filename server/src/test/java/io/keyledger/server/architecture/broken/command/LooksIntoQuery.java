package io.keyledger.server.architecture.broken.command;

import io.keyledger.server.architecture.broken.query.Prints;

public record LooksIntoQuery(Prints query) {}
