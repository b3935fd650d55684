package io.keyledger.query.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.keyledger.query.oauth.OAuthExamples;
import io.keyledger.query.replay.Explainer;
import io.keyledger.query.replay.Explanation;
import io.keyledger.query.replay.Explanation.Outcome;
import io.keyledger.query.replay.LedgerReader;
import io.keyledger.query.replay.MemoryLedger;
import io.keyledger.query.replay.PastSecret;
import io.keyledger.query.replay.Replay;
import io.keyledger.query.replay.Rights;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.Decision;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerdictCode;
import io.keyledger.verdict.VerificationRequest;
import io.keyledger.verdict.profile.CompiledProfile;
import io.keyledger.verdict.ratelimit.BudgetState;
import io.keyledger.verdict.ratelimit.RateLimiter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever has happened to a key or a grant: the ledger tells of each moment what the enforcement
 * tables said at that moment, and explains the verdict that was given then.
 */
class ReplayedVerdictsTest {

    private static final Instant BEGINNING = Instant.parse("2026-11-25T08:00:00.000123Z");
    private static final int WORLDS = 5;
    private static final int STEPS = 50;

    private static final List<VerdictCode> ALL =
            List.of(
                    VerdictCode.VALID,
                    VerdictCode.REVOKED,
                    VerdictCode.EXPIRED,
                    VerdictCode.SUSPENDED,
                    VerdictCode.FORBIDDEN_PLAN,
                    VerdictCode.FORBIDDEN_ADDRESS,
                    VerdictCode.ROUTE_UNKNOWN,
                    VerdictCode.INSUFFICIENT_SCOPE);

    private static final List<VerificationRequest> REQUESTS =
            List.of(
                    request("GET", "/v1/members", null),
                    request("GET", "/v1/members", "203.0.113.9"),
                    request("POST", "/v1/members", "203.0.113.9"),
                    request("GET", "/v1/campaigns/1/leads", "203.0.113.9"),
                    request("GET", "/v1/campaigns/2/leads", "203.0.113.9"),
                    request("DELETE", "/v1/members", "203.0.113.9"));

    private static final RateLimiter ROOM = (_, _, _) -> new BudgetState(true, 1, 1, 0, 0);

    private MemoryLedger ledger = new MemoryLedger();

    private final Map<Instant, List<Observation>> observed = new HashMap<>();
    private final Map<Instant, MemoryLedger> known = new HashMap<>();

    @Test
    void thePastIsToldAsItWas() {
        Set<VerdictCode> seen = EnumSet.noneOf(VerdictCode.class);
        for (long seed = 1; seed <= WORLDS; seed++) {
            begin();
            live(new RandomWorld(seed));

            assertThat(observed).as("world %d", seed).hasSizeGreaterThan(STEPS / 2);
            observed.forEach(this::assertToldAsItWas);
            known.forEach(this::assertSameAsAFreshFold);
            observed.values().forEach(all -> all.forEach(it -> seen.add(it.verdict.code())));
        }
        assertThat(seen)
                .as("a world in which nothing happens would prove nothing")
                .containsAll(ALL);
    }

    private void begin() {
        ledger = new MemoryLedger();
        observed.clear();
        known.clear();
    }

    /** Appends to the enforcement tables and to the ledger alike, and looks after each step. */
    private void live(RandomWorld world) {
        try (LedgerForTests tables = new LedgerForTests();
                HikariDataSource pool = tables.pool()) {
            Truth truth =
                    new Truth(
                            JdbcClient.create(pool),
                            new CompiledProfiles(),
                            new VerificationMeters(new SimpleMeterRegistry()));
            Instant now = BEGINNING;
            List<Object> beginning = world.beginning();
            tables.append(beginning.toArray());
            for (Object event : beginning) {
                ledger.append(now, event);
            }
            for (int step = 0; step < STEPS; step++) {
                Object event = world.next(now);
                tables.append(event);
                ledger.append(now, event);
                Duration pause = world.pause();
                look(world, truth, now, pause);
                now = now.plus(pause);
            }
        }
    }

    /** While something more happens at the same instant, nothing can be said of it. */
    private void look(RandomWorld world, Truth truth, Instant now, Duration pause) {
        if (pause.isPositive()) {
            known.put(now, ledger.copy());
            Map<Subject, Truth.Found> found = found(world, truth);
            CompiledProfile profile = Objects.requireNonNull(truth.profile("hubnity"));
            for (Instant at :
                    List.of(now, now.plus(pause.dividedBy(2)), now.plus(pause).minusNanos(1))) {
                observed.put(at, observations(found, profile, at));
            }
        }
    }

    private static Map<Subject, Truth.Found> found(RandomWorld world, Truth truth) {
        Map<Subject, Truth.Found> found = new HashMap<>();
        for (int number = 1; number <= 2; number++) {
            for (int i = 1; i <= world.secrets(number); i++) {
                Subject subject = new Subject(true, number, i);
                found.put(subject, truth.find(Examples.anyDigest(RandomWorld.secret(number, i))));
            }
            for (int i = 1; i <= world.tokens(number); i++) {
                Subject subject = new Subject(false, number, i);
                found.put(subject, truth.find(Examples.anyDigest(OAuthExamples.token(number, i))));
            }
        }
        return found;
    }

    private static List<Observation> observations(
            Map<Subject, Truth.Found> found, CompiledProfile profile, Instant at) {
        List<Observation> all = new ArrayList<>();
        found.forEach((subject, it) -> {
            for (VerificationRequest request : REQUESTS) {
                Verdict verdict =
                        Decision.decide(
                                it.credential(),
                                it.standing(),
                                profile,
                                request,
                                at.toEpochMilli(),
                                ROOM);
                all.add(new Observation(subject, request, verdict));
            }
        });
        return all;
    }

    private void assertToldAsItWas(Instant at, List<Observation> all) {
        Map<Subject, Rights> told = new HashMap<>();
        for (Observation then : all) {
            assertToldAsItWas(
                    at,
                    then,
                    told.computeIfAbsent(
                            then.subject.whole(),
                            it -> rights(new Replay(ledger), it, at).orElseThrow()));
        }
    }

    private static void assertToldAsItWas(Instant at, Observation then, Rights rights) {
        PastSecret secret = rights.secret(then.subject.generation).orElseThrow();
        Explanation told = Explainer.explain(rights, secret, then.request);

        assertThat(told.verdict().code()).as("%s at %s", then, at).isEqualTo(then.verdict.code());
        assertThat(told.verdict().missingScope()).isEqualTo(then.verdict.missingScope());
        assertThat(unplaced(secret.credential()))
                .as("%s at %s", then, at)
                .isEqualTo(unplaced(Objects.requireNonNull(then.verdict.credential())));
        assertThat(told.steps())
                .filteredOn(step -> step.outcome() == Outcome.REFUSED)
                .extracting(step -> step.check().refusal())
                .isEqualTo(then.verdict.isValid() ? List.of() : List.of(then.verdict.code()));
    }

    /** What was known at an instant is what is known of it ever after. */
    private void assertSameAsAFreshFold(Instant at, MemoryLedger then) {
        for (int number = 1; number <= 2; number++) {
            for (boolean key : List.of(true, false)) {
                Subject subject = new Subject(key, number, 1);
                Rights fresh =
                        rights(new Replay(then), subject, LedgerReader.WHENEVER).orElseThrow();
                Rights past = rights(new Replay(ledger), subject, at).orElseThrow();

                assertThat(past.secrets()).isEqualTo(fresh.secrets());
                assertThat(past.name()).isEqualTo(fresh.name());
                assertThat(past.scopes()).isEqualTo(fresh.scopes());
                assertThat(past.standing()).isEqualTo(fresh.standing());
                assertThat(profilePosition(past)).isEqualTo(profilePosition(fresh));
                assertThat(past.position()).isEqualTo(fresh.position());
            }
        }
    }

    private static long profilePosition(Rights rights) {
        return Objects.requireNonNull(rights.profile()).position();
    }

    private static Optional<Rights> rights(Replay replay, Subject subject, Instant at) {
        return subject.key
                ? replay.rights(Examples.key(subject.number), at)
                : replay.rights(OAuthExamples.grant(subject.number), at);
    }

    /** The tables count a credential's changes of another sort, too: positions are not compared. */
    private static Credential unplaced(Credential credential) {
        return new Credential(
                credential.id(),
                credential.kind(),
                credential.workspace(),
                credential.generation(),
                credential.scopes(),
                credential.validUntil(),
                credential.revoked(),
                credential.addresses(),
                credential.filter(),
                credential.delegation(),
                0);
    }

    private static VerificationRequest request(
            String method, String path, @Nullable String address) {
        return new VerificationRequest(null, method, path, List.of(), 0, address);
    }

    private record Subject(boolean key, int number, int generation) {

        Subject whole() {
            return new Subject(key, number, 1);
        }
    }

    private record Observation(Subject subject, VerificationRequest request, Verdict verdict) {}
}
