package io.keyledger.server.architecture.broken.api;

public interface OpenEvent {}
