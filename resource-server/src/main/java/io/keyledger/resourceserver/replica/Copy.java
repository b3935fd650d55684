package io.keyledger.resourceserver.replica;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.keyledger.api.token.Digest;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.profile.CompiledProfile;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered: one record for each credential, workspace and hub. Credentials are found by a
 * digest under a key of this process, by way of the handle that changes name them by.
 *
 * <p>What was fetched while a change of it was announced is not remembered: the announcement may be
 * the newer of the two.
 */
final class Copy {

    private static final String ALL = "all";
    private static final String CREDENTIAL = "credential ";
    private static final String WORKSPACE = "workspace ";
    private static final String HUB = "hub ";
    private static final long MOST_ABSENT = 10_000;
    private static final Duration ABSENT_FOR = Duration.ofSeconds(5);

    private final Trust trust;
    private final Cache<Digest, String> handles;
    private final Cache<String, Credential> credentials;
    private final Cache<Absent, Boolean> absent =
            Caffeine.newBuilder().maximumSize(MOST_ABSENT).expireAfterWrite(ABSENT_FOR).build();
    private final Map<String, WorkspaceStanding> standings = new ConcurrentHashMap<>();
    private final Map<String, CompiledProfile> profiles = new ConcurrentHashMap<>();
    private final Set<Fetch> running = new HashSet<>();

    Copy(Trust trust, long mostCredentials) {
        this.trust = trust;
        this.handles = Caffeine.newBuilder().maximumSize(mostCredentials).build();
        this.credentials = Caffeine.newBuilder().maximumSize(mostCredentials).build();
    }

    @Nullable Credential credential(Digest digest) {
        String handle = handles.getIfPresent(digest);
        return handle == null ? null : credentials.getIfPresent(handle);
    }

    boolean isKnownAbsent(Digest digest, String hub) {
        return absent.getIfPresent(new Absent(digest, hub)) != null;
    }

    @Nullable WorkspaceStanding standing(String workspace) {
        return standings.get(workspace);
    }

    @Nullable CompiledProfile profile(String hub) {
        return profiles.get(hub);
    }

    /** Begins to fetch: from here on, changes are noted. */
    synchronized Fetch fetch() {
        Fetch fetch = new Fetch(new HashSet<>());
        running.add(fetch);
        return fetch;
    }

    /** Remembers what was fetched, unless it has changed meanwhile. */
    synchronized void remember(Fetch fetch, Digest digest, Facts facts) {
        if (fetch.heard().contains(ALL)) {
            return;
        }
        String workspace = facts.standing().workspace();
        String hub = facts.profile().hub();
        if (!fetch.heard().contains(WORKSPACE + workspace)) {
            standings.put(workspace, facts.standing());
        }
        if (!fetch.heard().contains(HUB + hub)) {
            profiles.put(hub, facts.profile());
        }
        if (!fetch.heard().contains(CREDENTIAL + facts.handle())) {
            credentials.put(facts.handle(), facts.credential());
            handles.put(digest, facts.handle());
        }
    }

    /** Remembers that a hub has no such credential, unless any has changed meanwhile. */
    synchronized void rememberAbsent(Fetch fetch, Digest digest, String hub) {
        if (fetch.heard().stream().noneMatch(it -> it.equals(ALL) || it.startsWith(CREDENTIAL))) {
            absent.put(new Absent(digest, hub), true);
        }
    }

    /** Ends what {@link #fetch} began. */
    synchronized void done(Fetch fetch) {
        running.remove(fetch);
    }

    /** Takes a change in. When this returns, no verdict that starts later knows what was before. */
    synchronized void apply(String change) {
        trust.changing();
        running.forEach(it -> it.heard().add(change));
        if (change.startsWith(CREDENTIAL)) {
            credentials.invalidate(change.substring(CREDENTIAL.length()));
            absent.invalidateAll();
        } else if (change.startsWith(WORKSPACE)) {
            standings.remove(change.substring(WORKSPACE.length()));
        } else if (change.startsWith(HUB)) {
            profiles.remove(change.substring(HUB.length()));
        } else {
            forgetEverything();
        }
    }

    /** What is not understood may be a newer release speaking: it could mean anything. */
    private void forgetEverything() {
        running.forEach(it -> it.heard().add(ALL));
        handles.invalidateAll();
        credentials.invalidateAll();
        absent.invalidateAll();
        standings.clear();
        profiles.clear();
    }

    /** Credentials that are remembered, about. */
    long size() {
        return credentials.estimatedSize();
    }

    private record Absent(Digest digest, String hub) {}

    /** A fetch that is running, and the changes that were announced since it began. */
    static final class Fetch {

        private final Set<String> heard;

        private Fetch(Set<String> heard) {
            this.heard = heard;
        }

        private Set<String> heard() {
            return heard;
        }
    }
}
