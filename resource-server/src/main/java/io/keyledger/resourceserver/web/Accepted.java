package io.keyledger.resourceserver.web;

import io.keyledger.resourceserver.KeyledgerCredential;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.Delegation;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.WorkspaceStanding;
import jakarta.servlet.ServletRequest;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known of a request that was let through, kept with the request. */
record Accepted(Surface surface, Verdict verdict, KeyledgerCredential credential) {

    private static final String ATTRIBUTE = Accepted.class.getName();

    static Accepted by(Surface surface, Verdict verdict) {
        Credential credential = Objects.requireNonNull(verdict.credential());
        WorkspaceStanding standing = Objects.requireNonNull(verdict.standing());
        Delegation delegation = credential.delegation();
        boolean forever = credential.validUntil() == Credential.FOREVER;
        return new Accepted(
                surface,
                verdict,
                new KeyledgerCredential(
                        credential.id(),
                        credential.kind().label(),
                        credential.workspace(),
                        standing.hub(),
                        standing.plan(),
                        credential.scopes(),
                        forever ? null : Instant.ofEpochMilli(credential.validUntil()),
                        credential.filter(),
                        delegation == null ? null : delegation.app(),
                        delegation == null ? null : delegation.account()));
    }

    void keepWith(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Null when the request was not judged: it is on no hub's surface, or on an open path. */
    static @Nullable Accepted of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Accepted accepted ? accepted : null;
    }
}
