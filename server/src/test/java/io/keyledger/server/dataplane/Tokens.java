package io.keyledger.server.dataplane;

import io.keyledger.verdict.Credential;
import io.keyledger.verdict.CredentialKind;
import io.keyledger.verdict.Delegation;
import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.access.AddressBlocks;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Access tokens of an enterprise workspace of Hubnity. */
final class Tokens {

    static final WorkspaceStanding STANDING =
            KnownCredentials.standing("hubnity", "enterprise", false);

    static final long ISSUED_AT = KnownCredentials.NOW - 60_000;
    static final long EXPIRES_AT = KnownCredentials.NOW + 3_540_000;

    private Tokens() {}

    /** One that an app holds for a person. */
    static Credential bound(@Nullable String key) {
        return of(new Delegation("app_1", "acc_1", key, ISSUED_AT), false);
    }

    /** One that an app holds for itself. */
    static Credential ofApp() {
        return of(new Delegation("app_1", null, null, ISSUED_AT), false);
    }

    static Credential revoked() {
        return of(new Delegation("app_1", "acc_1", null, ISSUED_AT), true);
    }

    private static Credential of(Delegation delegation, boolean revoked) {
        return new Credential(
                "grt_1",
                CredentialKind.ACCESS_TOKEN,
                "ws_1",
                1,
                Set.of("read:members"),
                EXPIRES_AT,
                revoked,
                AddressBlocks.ANYWHERE,
                null,
                delegation,
                41);
    }
}
