package io.keyledger.server.architecture.broken.verdict;

import org.axonframework.eventhandling.EventBus;

public record PublishesAnAxonEvent(EventBus bus) {}
