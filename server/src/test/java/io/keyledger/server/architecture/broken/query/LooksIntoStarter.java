package io.keyledger.server.architecture.broken.query;

import io.keyledger.server.architecture.broken.resourceserver.SendsACommand;

public record LooksIntoStarter(SendsACommand starter) {}
