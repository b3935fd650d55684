package io.keyledger.server.architecture.broken.resourceserver;

import io.keyledger.server.architecture.broken.query.Prints;

public record LooksIntoQueryFromOutside(Prints query) {}
