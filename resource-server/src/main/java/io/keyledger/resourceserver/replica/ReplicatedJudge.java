package io.keyledger.resourceserver.replica;

import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.token.Digest;
import io.keyledger.api.token.Pepper;
import io.keyledger.api.token.Peppers;
import io.keyledger.api.token.TokenDigester;
import io.keyledger.resourceserver.judge.Judge;
import io.keyledger.resourceserver.judge.Proof;
import io.keyledger.resourceserver.remote.DataPlaneClient;
import io.keyledger.resourceserver.remote.RemoteJudge;
import io.keyledger.resourceserver.remote.RemoteProfiles;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.Decision;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerificationRequest;
import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.profile.CompiledProfile;
import io.keyledger.verdict.ratelimit.RateLimiter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Judges in process, by a copy of what a node knows, while the node lends trust in it; asks the
 * node otherwise. The function that decides is the node's own.
 */
public final class ReplicatedJudge implements Judge {

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(1);

    private final Judge remote;
    private final boolean localBudgets;
    private final Clock clock;
    private final Trust trust = new Trust();
    private final Copy copy;
    private final FactsSource source;
    private final RemoteProfiles profiles;
    private final ChangeFollower follower;
    private final RateLimiter limiter = new LocalBudgets();
    private final Peppers pepper = ownPepper();
    private final Queue<TokenDigester> digesters = new ConcurrentLinkedQueue<>();

    /**
     * @param feed a client whose one connection stays with one node
     * @param facts a client for all else
     * @param profiles are offered what comes along
     * @param localBudgets whether budgets are counted here; else requests that a limit holds for
     *     are judged by the node
     */
    public ReplicatedJudge(
            DataPlaneClient feed,
            DataPlaneClient facts,
            RemoteProfiles profiles,
            boolean localBudgets,
            long mostCredentials,
            Clock clock) {
        this.remote = new RemoteJudge(facts, profiles);
        this.profiles = profiles;
        this.localBudgets = localBudgets;
        this.clock = clock;
        this.copy = new Copy(trust, mostCredentials);
        this.source = new FactsSource(facts);
        this.follower = new ChangeFollower(feed, copy, trust, clock, CLOCK_TOLERANCE);
    }

    public void start() {
        follower.start();
    }

    public void stop() throws InterruptedException {
        follower.stop();
    }

    /** Whether the copy may be believed at the moment. */
    public boolean isTrusting() {
        return trust.isProven();
    }

    /** Credentials in the copy, about. */
    public long size() {
        return copy.size();
    }

    @Override
    public Verdict judge(String credential, VerificationRequest request) {
        if (!trust.isProven()) {
            return remote.judge(credential, request);
        }
        Digest digest = digest(credential);
        if (digest == null) {
            return Verdict.NOT_FOUND;
        }
        Verdict verdict = recall(digest, credential, request);
        return verdict == null ? fetch(digest, credential, request) : verdict;
    }

    /** A proof counts once, at whatever node: only the nodes together can tell. */
    @Override
    public Verdict judgeProven(String credential, Proof proof, VerificationRequest request) {
        return remote.judgeProven(credential, proof, request);
    }

    /** The verdict by the copy; null when the copy does not say. */
    private @Nullable Verdict recall(Digest digest, String token, VerificationRequest request) {
        long stamp = trust.stamp();
        Credential credential = copy.credential(digest);
        if (credential == null) {
            return copy.isKnownAbsent(digest, hub(request)) && trust.holds(stamp)
                    ? Verdict.NOT_FOUND
                    : null;
        }
        WorkspaceStanding standing = copy.standing(credential.workspace());
        CompiledProfile profile = standing == null ? null : copy.profile(standing.hub());
        if (standing == null || profile == null || !trust.holds(stamp)) {
            return null;
        }
        return decide(credential, standing, profile, token, request);
    }

    private Verdict fetch(Digest digest, String token, VerificationRequest request) {
        Copy.Fetch fetch = copy.fetch();
        try {
            Optional<Facts> facts = source.facts(token, hub(request));
            if (facts.isEmpty()) {
                copy.rememberAbsent(fetch, digest, hub(request));
                return Verdict.NOT_FOUND;
            }
            Facts found = facts.get();
            copy.remember(fetch, digest, found);
            profiles.offer(found.profile());
            return decide(found.credential(), found.standing(), found.profile(), token, request);
        } finally {
            copy.done(fetch);
        }
    }

    private static String hub(VerificationRequest request) {
        return Objects.requireNonNull(request.hub());
    }

    private Verdict decide(
            Credential credential,
            WorkspaceStanding standing,
            CompiledProfile profile,
            String token,
            VerificationRequest request) {
        RateLimits limits = profile.limits(standing.plan());
        if (limits != null && !localBudgets) {
            return remote.judge(token, request);
        }
        return Decision.decide(credential, standing, profile, request, clock.millis(), limiter);
    }

    /** Null when it cannot be a credential of Keyledger's. */
    private @Nullable Digest digest(String credential) {
        TokenDigester digester = digesters.poll();
        if (digester == null) {
            digester = new TokenDigester(pepper);
        }
        try {
            return digester.read(credential) ? digester.digest(0) : null;
        } finally {
            digesters.offer(digester);
        }
    }

    /** Of this run alone, and nowhere else. */
    private static Peppers ownPepper() {
        byte[] key = new byte[Pepper.SHORTEST];
        new SecureRandom().nextBytes(key);
        return Peppers.of(Pepper.of("replica", key), List.of());
    }
}
