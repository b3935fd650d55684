package io.keyledger.server.architecture.broken.command;

import java.util.logging.Logger;

public class LogsWithTheJdk {

    void log() {
        Logger.getLogger("x").info("x");
    }
}
