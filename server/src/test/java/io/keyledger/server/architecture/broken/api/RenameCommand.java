package io.keyledger.server.architecture.broken.api;

public record RenameCommand(String name) {}
