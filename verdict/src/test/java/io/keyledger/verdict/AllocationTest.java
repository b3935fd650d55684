package io.keyledger.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.keyledger.api.access.AccessFilter;
import io.keyledger.verdict.access.AddressBlocks;
import io.keyledger.verdict.profile.CompiledProfile;
import io.keyledger.verdict.ratelimit.BudgetState;
import io.keyledger.verdict.ratelimit.RateLimiter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a decision leaves to the garbage collector: the verdict, and nothing on the way to it. */
class AllocationTest {

    private static final int ROUNDS = 20_000;

    /**
     * A record of a header and six references, with the widest headers and references there are.
     */
    private static final long VERDICT = 64;

    private static final CompiledProfile HUBNITY = CompiledProfile.compile(Hubs.hubnity(), 1, 1);
    private static final WorkspaceStanding STANDING =
            new WorkspaceStanding("ws_1", "hubnity", "enterprise", false, 1);
    private static final Credential KEY =
            new Credential(
                    "key_1",
                    CredentialKind.API_KEY,
                    "ws_1",
                    1,
                    Set.of("read:members"),
                    Credential.FOREVER,
                    false,
                    AddressBlocks.ANYWHERE,
                    1);
    private static final BudgetState FULL = new BudgetState(true, 100, 99, 0, 0);
    private static final RateLimiter FREE_OF_GARBAGE = (subject, limits, cost) -> FULL;

    @Test
    void matchingARouteAllocatesNothing() {
        String path = "/v1/members?page=1";
        String encoded = "/v1/%6Dembers";
        String odd = "/v1/../members";

        assertThat(bytesPerRound(() -> HUBNITY.route("GET", path))).isZero();
        assertThat(bytesPerRound(() -> HUBNITY.route("GET", encoded))).isZero();
        assertThat(bytesPerRound(() -> HUBNITY.route("HEAD", path))).isZero();
        assertThat(bytesPerRound(() -> HUBNITY.route("PATCH", odd))).isZero();
    }

    @Test
    void decisionAllocatesTheVerdictOnly() {
        VerificationRequest request =
                new VerificationRequest(
                        "hubnity", "GET", "/v1/members", List.of("read:members"), 1, "203.0.113.7");

        assertThat(
                        bytesPerRound(() ->
                                Decision.decide(
                                        KEY, STANDING, HUBNITY, request, 1_000, FREE_OF_GARBAGE)))
                .isBetween(1L, VERDICT);
    }

    @Test
    void decisionOnATokenAllocatesTheVerdictOnly() {
        Credential token =
                new Credential(
                        "grt_1",
                        CredentialKind.ACCESS_TOKEN,
                        "ws_1",
                        1,
                        Set.of("read:members"),
                        Credential.FOREVER,
                        false,
                        AddressBlocks.ANYWHERE,
                        null,
                        new Delegation("app_1", "acc_1", "a-key", 1),
                        1);
        VerificationRequest request =
                VerificationRequest.of("hubnity", "GET", "/v1/members", null)
                        .proving(String.valueOf(new char[] {'a', '-', 'k', 'e', 'y'}));

        assertThat(
                        bytesPerRound(() ->
                                Decision.decide(
                                        token, STANDING, HUBNITY, request, 1_000, FREE_OF_GARBAGE)))
                .isBetween(1L, VERDICT);
    }

    @Test
    void decisionOnAFilterAllocatesTheVerdictOnly() {
        CompiledProfile hubhus = CompiledProfile.compile(Hubs.hubhus(), 1, 1);
        WorkspaceStanding standing = new WorkspaceStanding("ws_1", "hubhus", "standard", false, 1);
        Credential vendor =
                new Credential(
                        "key_1",
                        CredentialKind.API_KEY,
                        "ws_1",
                        1,
                        Set.of("read"),
                        Credential.FOREVER,
                        false,
                        AddressBlocks.ANYWHERE,
                        new AccessFilter("leads", "campaign", "søren", List.of()),
                        1);
        VerificationRequest request =
                VerificationRequest.of("hubhus", "GET", "/v2/campaigns/s%C3%B8ren/leads", null);

        assertThat(
                        bytesPerRound(() ->
                                Decision.decide(
                                        vendor, standing, hubhus, request, 1, FREE_OF_GARBAGE)))
                .isBetween(1L, VERDICT);
    }

    /** Else the tests above could pass without having measured anything. */
    @Test
    void measurementSeesWhatIsAllocated() {
        assertThat(bytesPerRound(() -> new byte[100])).isBetween(100L, 150L);
    }

    private static long bytesPerRound(Supplier<? extends @Nullable Object> work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        @Nullable Object[] kept = new Object[1];
        run(work, kept);
        long before = threads.getCurrentThreadAllocatedBytes();
        run(work, kept);
        return (threads.getCurrentThreadAllocatedBytes() - before) / ROUNDS;
    }

    private static void run(Supplier<? extends @Nullable Object> work, @Nullable Object[] kept) {
        for (int i = 0; i < ROUNDS; i++) {
            kept[0] = work.get();
        }
    }
}
