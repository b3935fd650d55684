package io.keyledger.server.architecture.broken.command;

import org.axonframework.commandhandling.CommandHandler;

public class HandlesAnOrphan {

    record DoSomething() {}

    @CommandHandler
    void handle(DoSomething command) {}
}
