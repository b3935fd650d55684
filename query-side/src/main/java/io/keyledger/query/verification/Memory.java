package io.keyledger.query.verification;

import io.keyledger.api.token.Digest;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.profile.CompiledProfile;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What a node remembers of the enforcement tables: one record for each secret, workspace and hub.
 */
final class Memory {

    private static final Duration ABSENT_FOR = Duration.ofSeconds(5);
    private static final long MANY = 100_000;

    private final Trust trust;
    private final TrustedCache<Digest, Credential> credentials;
    private final TrustedCache<String, WorkspaceStanding> standings;
    private final TrustedCache<String, CompiledProfile> profiles;

    Memory(
            Trust trust,
            Truth truth,
            Executor loaders,
            Duration patience,
            long residentCredentials) {
        this.trust = trust;
        CacheBounds few = new CacheBounds(MANY, MANY, ABSENT_FOR);
        CacheBounds many = new CacheBounds(residentCredentials, MANY, ABSENT_FOR);
        standings = new TrustedCache<>(truth::standing, loaders, patience, few);
        profiles = new TrustedCache<>(truth::profile, loaders, patience, few);
        credentials = new TrustedCache<>(digest -> find(truth, digest), loaders, patience, many);
    }

    private @Nullable Credential find(Truth truth, Digest digest) {
        long ticket = standings.ticket();
        Truth.Found found = truth.find(digest);
        if (found == null) {
            return null;
        }
        WorkspaceStanding standing = found.standing();
        if (standing != null) {
            standings.offer(standing.workspace(), standing, ticket);
        }
        return found.credential();
    }

    @Nullable Credential credential(Digest digest) {
        return credentials.known(digest);
    }

    boolean isKnownAbsent(Digest digest) {
        return credentials.isKnownAbsent(digest);
    }

    @Nullable WorkspaceStanding standing(String workspace) {
        return standings.known(workspace);
    }

    @Nullable CompiledProfile profile(String hub) {
        return profiles.known(hub);
    }

    /** Brings into memory what a verdict on the first of these that exists needs. */
    CompletableFuture<@Nullable Void> warm(List<Digest> candidates) {
        return warm(candidates.iterator());
    }

    private CompletableFuture<@Nullable Void> warm(Iterator<Digest> candidates) {
        if (!candidates.hasNext()) {
            return CompletableFuture.completedFuture(null);
        }
        Digest digest = candidates.next();
        return credentials
                .warm(digest)
                .thenCompose(_ -> {
                    Credential credential = credential(digest);
                    return credential == null ? warm(candidates) : warm(credential);
                });
    }

    private CompletableFuture<@Nullable Void> warm(Credential credential) {
        return standings
                .warm(credential.workspace())
                .thenCompose(_ -> {
                    WorkspaceStanding standing = standing(credential.workspace());
                    return standing == null
                            ? CompletableFuture.completedFuture(null)
                            : profiles.warm(standing.hub());
                });
    }

    /** Takes a change in. When this returns, no verdict that starts later knows what was before. */
    void apply(Change change) {
        trust.changing();
        switch (change) {
            case Change.OfCredential(Digest digest) -> credentials.sweep(digest);
            case Change.OfWorkspace(String workspace) -> standings.sweep(workspace);
            case Change.OfHub(String hub) -> profiles.sweep(hub);
            case Change.OfAll() -> sweepAll();
        }
    }

    private void sweepAll() {
        credentials.sweepAll();
        standings.sweepAll();
        profiles.sweepAll();
    }

    /** How many credentials are remembered, about. */
    long size() {
        return credentials.size();
    }
}
