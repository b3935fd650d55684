package io.keyledger.server.architecture.broken.resourceserver;

import org.axonframework.commandhandling.gateway.CommandGateway;

public record SendsACommand(CommandGateway gateway) {}
