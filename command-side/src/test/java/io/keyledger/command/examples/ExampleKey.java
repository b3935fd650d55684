package io.keyledger.command.examples;

import io.keyledger.api.apikey.ApiKeyId;
import io.keyledger.api.apikey.SecretRecord;
import io.keyledger.api.token.Digest;
import io.keyledger.api.workspace.WorkspaceId;
import java.time.Instant;

/** A key of the example hub's only customer, and the secrets that it has one after the other. */
public final class ExampleKey {

    public static final ApiKeyId KEY = new ApiKeyId("key_ExampleExampleExampl");
    public static final WorkspaceId WORKSPACE = new WorkspaceId("ws_AcmeAcmeAcmeAcmeAcme");
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private ExampleKey() {}

    /** The secret of a generation. */
    public static SecretRecord secret(int generation) {
        return new SecretRecord(
                new Digest(generation, 2, 3, 4), "pepper-1", "exa_…000" + generation);
    }
}
