package io.keyledger.server.architecture.broken.command;

import java.time.Instant;

public class AsksTheSystemClock {

    Instant decide() {
        return Instant.now();
    }
}
