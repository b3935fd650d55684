package io.keyledger.server.architecture.broken.api;

import java.sql.Connection;

public record ReadsTheDatabase(Connection connection) {}
