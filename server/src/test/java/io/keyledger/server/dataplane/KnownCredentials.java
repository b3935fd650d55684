package io.keyledger.server.dataplane;

import io.keyledger.query.verification.TruthUnavailableException;
import io.keyledger.query.verification.Verifier;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.CredentialKind;
import io.keyledger.verdict.Decision;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerificationRequest;
import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.access.AddressBlocks;
import io.keyledger.verdict.profile.CompiledProfile;
import io.keyledger.verdict.ratelimit.BudgetState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A verifier that knows its credentials by heart and decides on them as the real one does. It can
 * be told to have nothing resident, to hold its answers back, or to have lost the truth.
 */
final class KnownCredentials implements Verifier {

    static final long NOW = 1_795_000_000_000L;

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, CompiledProfile> profiles;
    private final List<Runnable> heldBack = new ArrayList<>();
    private final List<VerificationRequest> asked = new ArrayList<>();

    private volatile boolean resident = true;
    private volatile boolean holding;
    private volatile @Nullable RuntimeException fault;
    private volatile long budget = 100;

    private record Known(Credential credential, WorkspaceStanding standing) {}

    KnownCredentials(Map<String, CompiledProfile> profiles) {
        this.profiles = profiles;
    }

    void add(String token, Credential credential, WorkspaceStanding standing) {
        known.put(token, new Known(credential, standing));
    }

    /** A key of an enterprise workspace of Hubnity, valid everywhere and for ever. */
    void addHubnityKey(String token, String... scopes) {
        add(token, key("key_" + known.size(), scopes), standing("hubnity", "enterprise", false));
    }

    void addOperatorKey(String token, String... scopes) {
        add(token, key("key_operator", scopes), standing("keyledger", "operator", false));
    }

    static Credential key(String id, String... scopes) {
        return new Credential(
                id,
                CredentialKind.API_KEY,
                "ws_1",
                1,
                Set.of(scopes),
                Credential.FOREVER,
                false,
                AddressBlocks.ANYWHERE,
                41);
    }

    static WorkspaceStanding standing(String hub, String plan, boolean suspended) {
        return new WorkspaceStanding("ws_1", hub, plan, suspended, 17);
    }

    void forgetResidents() {
        resident = false;
    }

    /** From now on nothing is resident and no look-up ends before {@link #release}. */
    void holdBack() {
        resident = false;
        holding = true;
    }

    void release(int index) {
        Runnable held;
        synchronized (heldBack) {
            held = heldBack.get(index);
        }
        held.run();
    }

    int held() {
        synchronized (heldBack) {
            return heldBack.size();
        }
    }

    void loseTheTruth() {
        failWith(new TruthUnavailableException("nobody answers", null));
    }

    void failWith(RuntimeException with) {
        resident = false;
        fault = with;
    }

    void leaveBudget(long tokens) {
        budget = tokens;
    }

    List<VerificationRequest> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    @Override
    public @Nullable Verdict verifyResident(CharSequence credential, VerificationRequest request) {
        return resident ? decide(credential.toString(), request) : null;
    }

    @Override
    public CompletionStage<Verdict> verify(CharSequence credential, VerificationRequest request) {
        RuntimeException failure = fault;
        if (failure != null) {
            return CompletableFuture.failedFuture(failure);
        }
        CompletableFuture<Verdict> verdict = new CompletableFuture<>();
        String token = credential.toString();
        Runnable answer = () -> verdict.complete(decide(token, request));
        if (holding && !token.startsWith("klg_")) {
            synchronized (heldBack) {
                heldBack.add(answer);
            }
        } else {
            Thread.ofVirtual().start(answer);
        }
        return verdict;
    }

    private Verdict decide(String token, VerificationRequest request) {
        synchronized (asked) {
            asked.add(request);
        }
        Known found = known.get(token);
        if (found == null) {
            return Verdict.NOT_FOUND;
        }
        return Decision.decide(
                found.credential(),
                found.standing(),
                profiles.get(found.standing().hub()),
                request,
                NOW,
                (subject, limits, cost) -> spend(cost));
    }

    private synchronized BudgetState spend(long cost) {
        boolean admitted = budget >= cost;
        budget -= admitted ? cost : 0;
        return new BudgetState(
                admitted, 100, budget, admitted ? 0 : 1_500_000_000L, 2_000_000_000L);
    }
}
