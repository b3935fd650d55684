package io.keyledger.server.architecture.broken.api;

public sealed interface SealedEvent {

    final class NotARecord implements SealedEvent {}
}
