package io.keyledger.command.grant;

import static io.keyledger.command.examples.ExampleApp.APP;
import static io.keyledger.command.examples.ExampleApp.CALLBACK;
import static io.keyledger.command.examples.ExampleApp.REGISTERED;
import static io.keyledger.command.examples.ExampleHub.ACCESS_TOKEN_LIFETIME;
import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleHub.WITH_OAUTH;
import static io.keyledger.command.examples.ExampleKey.NOW;
import static io.keyledger.command.examples.ExampleKey.WORKSPACE;
import static io.keyledger.command.grant.ExampleGrant.CHALLENGE;
import static io.keyledger.command.grant.ExampleGrant.GRANT;
import static io.keyledger.command.grant.ExampleGrant.OTHER_APP;
import static io.keyledger.command.grant.ExampleGrant.PERSON;
import static io.keyledger.command.grant.ExampleGrant.SCOPES;
import static io.keyledger.command.grant.ExampleGrant.accessToken;
import static io.keyledger.command.grant.ExampleGrant.approve;
import static io.keyledger.command.grant.ExampleGrant.digest;
import static io.keyledger.command.grant.ExampleGrant.redeem;
import static io.keyledger.command.grant.ExampleGrant.refresh;
import static io.keyledger.command.grant.ExampleGrant.refreshToken;
import static io.keyledger.command.grant.ExampleGrant.succession;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.grant.GrantCommand;
import io.keyledger.api.grant.GrantCommand.RevokeAccessToken;
import io.keyledger.api.grant.GrantCommand.RevokeGrant;
import io.keyledger.api.grant.GrantEvent.GrantApproved;
import io.keyledger.api.grant.GrantEvent.GrantRevoked;
import io.keyledger.api.grant.Redemption;
import io.keyledger.api.grant.Redemption.Succeeded;
import io.keyledger.api.grant.Succession;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.command.examples.InMemoryLedger;
import io.keyledger.command.examples.KnownAccounts;
import io.keyledger.command.examples.KnownApps;
import io.keyledger.command.examples.KnownHubs;
import io.keyledger.command.examples.KnownWorkspaces;
import io.keyledger.command.examples.SettableClock;
import io.keyledger.command.grant.ModelGrant.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is done to a grant, in whatever order, it behaves like the model. */
class GrantLifeTest {

    private static final int LIVES = 150;
    private static final int COMMANDS = 60;

    /** What happened in any life: a test that never reaches a state proves nothing of it. */
    private final Set<String> outcomes = new TreeSet<>();

    @Test
    void aGrantBehavesLikeTheModelWhateverIsDoneToIt() {
        for (int seed = 1; seed <= LIVES; seed++) {
            new Life(seed).live();
        }
        assertThat(outcomes)
                .containsExactlyInAnyOrder(
                        ModelGrant.NOTHING,
                        "GrantApproved",
                        "AuthorizationCodeRedeemed",
                        "TokensRefreshed",
                        "again",
                        "AccessTokenRevoked",
                        "GrantRevoked",
                        "GRANT_UNKNOWN",
                        "GRANT_ID_TAKEN",
                        "GRANT_ENDED",
                        "GRANT_OF_OTHER_APP",
                        "CODE_UNKNOWN",
                        "CODE_EXPIRED",
                        "CODE_VERIFIER_MISMATCH",
                        "REFRESH_TOKEN_UNKNOWN",
                        "REFRESH_TOKEN_EXPIRED",
                        "MEMBER_UNKNOWN",
                        "TOKEN_UNKNOWN");
    }

    private final class Life {

        private final int seed;
        private final Random random;
        private final SettableClock clock = new SettableClock(NOW);
        private final KnownAccounts accounts = new KnownAccounts();
        private final ModelGrant model = new ModelGrant();
        private final List<String> history = new ArrayList<>();
        private final InMemoryLedger ledger =
                new InMemoryLedger(
                        KnownHubs.of(WITH_OAUTH),
                        new KnownWorkspaces().with(WORKSPACE, HUB),
                        new KnownApps().with(APP, REGISTERED),
                        accounts,
                        clock);

        Life(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        void live() {
            for (int i = 0; i < COMMANDS; i++) {
                clock.advance(pause());
                step(caller());
            }
        }

        /** Mostly shorter than a lost answer, sometimes longer than a code, an hour or a month. */
        private Duration pause() {
            return switch (random.nextInt(24)) {
                case 0 -> Duration.ofDays(random.nextInt(40));
                case 1, 2 -> Duration.ofMinutes(random.nextInt(90));
                case 3, 4 -> Duration.ofSeconds(random.nextInt(80));
                default -> Duration.ofMillis(random.nextInt(6_000));
            };
        }

        private Caller caller() {
            boolean member = random.nextInt(12) > 0;
            if (member) {
                accounts.join(PERSON, WORKSPACE);
            } else {
                accounts.leave(PERSON, WORKSPACE);
            }
            return new Caller(mostly(), mostly(), mostly(), member);
        }

        private boolean mostly() {
            return random.nextInt(12) > 0;
        }

        private void step(Caller caller) {
            switch (random.nextInt(20)) {
                case 0, 1 -> approveWith(1 + random.nextInt(10) / 9, caller.isMember());
                case 2, 3 -> redeemBy(caller);
                case 4, 5 -> revokeToken(model.generation() + 1 - random.nextInt(5));
                case 6 -> revokeSeldom();
                case 7 -> refreshBy(caller, random.nextInt(model.generation() + 2));
                case 8, 9, 10 -> refreshBy(caller, model.generation() - 1);
                default -> refreshBy(caller, model.generation());
            }
        }

        private void approveWith(int code, boolean isMember) {
            compare(
                    approve(APP, SCOPES, CALLBACK, CHALLENGE, null, digest(code)),
                    model.approve(code, isMember, clock.instant()));
        }

        private void redeemBy(Caller caller) {
            compare(
                    redeem(
                            caller.isTheApp() ? APP : OTHER_APP,
                            digest(caller.hasTheSecret() ? code() : 99),
                            CALLBACK,
                            caller.hasTheProof() ? CHALLENGE : null,
                            next()),
                    model.redeem(caller, clock.instant()));
        }

        /** Of the tokens that were used up earlier only the number is looked at. */
        private void refreshBy(Caller caller, int generation) {
            boolean looksAtIt = generation >= model.generation() - 1;
            boolean right = caller.hasTheSecret() || !looksAtIt;
            Caller seen = new Caller(caller.isTheApp(), right, true, caller.isMember());
            compare(
                    refresh(
                            caller.isTheApp() ? APP : OTHER_APP,
                            right ? refreshToken(generation) : digest(99),
                            generation,
                            next()),
                    model.refresh(generation, seen, clock.instant()));
        }

        /** Of a token that has expired it may be forgotten that it was revoked. */
        private void revokeToken(int generation) {
            boolean known = generation >= 1 && generation <= model.generation();
            if (!known || !model.hasExpired(generation, clock.instant())) {
                compare(new RevokeAccessToken(GRANT, generation), model.revokeToken(generation));
            }
        }

        private void revokeSeldom() {
            if (random.nextInt(4) == 0) {
                compare(new RevokeGrant(GRANT), model.revoke());
            }
        }

        /** What the server would make: a token that ends with the grant at the latest. */
        private Succession next() {
            int generation = model.generation() + 1;
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            Duration left = Duration.between(now, end());
            Duration life =
                    left.compareTo(ACCESS_TOKEN_LIFETIME) < 0 ? left : ACCESS_TOKEN_LIFETIME;
            return succession(generation, accessToken(generation, SCOPES, now, life, null));
        }

        private Instant end() {
            return approval() == null ? Instant.MAX : approval().endsAt();
        }

        private long code() {
            return approval() == null ? 1 : approval().code().digest().first();
        }

        private @Nullable GrantApproved approval() {
            return events().isEmpty() ? null : (GrantApproved) events().getFirst();
        }

        private void compare(GrantCommand command, String expected) {
            history.add(clock.instant() + " " + command);
            String outcome = outcomeOf(command);
            outcomes.add(outcome.split(" ", 2)[0]);
            assertThat(outcome).as(this::story).isEqualTo(expected);

            Set<Integer> open = TokenLedger.reading(events()).open(clock.instant());
            assertThat(open).as(this::story).isEqualTo(model.open(clock.instant()));
            assertEndIsTheEnd();
            assertASnapshotAnywhereSaysTheSame();
        }

        private void assertEndIsTheEnd() {
            List<?> events = events();
            long ends = events.stream().filter(GrantRevoked.class::isInstance).count();
            assertThat(ends).as(this::story).isEqualTo(model.hasEnded() ? 1 : 0);
            if (model.hasEnded()) {
                assertThat(events.getLast()).as(this::story).isInstanceOf(GrantRevoked.class);
            }
        }

        private void assertASnapshotAnywhereSaysTheSame() {
            List<?> events = events();
            if (!events.isEmpty()) {
                int cut = 1 + random.nextInt(events.size());
                GrantState snapshot = Replay.of(events.subList(0, cut));
                assertThat(Replay.of(snapshot, events.subList(cut, events.size())))
                        .as(this::story)
                        .isEqualTo(Replay.of(events));
            }
        }

        /** The reason of the refusal, what was given out, the event, or that nothing changed. */
        private String outcomeOf(GrantCommand command) {
            int before = events().size();
            try {
                Object answer = ledger.send(command);
                List<?> news = events().subList(before, events().size());
                assertThat(news).as(this::story).hasSizeLessThanOrEqualTo(1);
                return described(answer, news);
            } catch (CommandRejected rejected) {
                assertThat(events()).as(this::story).hasSize(before);
                return rejected.reason().name();
            }
        }

        private String described(@Nullable Object answer, List<?> news) {
            String event = news.isEmpty() ? "" : news.getFirst().getClass().getSimpleName();
            if (answer instanceof Succeeded succeeded) {
                assertThat(succeeded.succession().salt())
                        .as(this::story)
                        .isEqualTo("salt" + succeeded.generation());
                return (event.isEmpty() ? "again" : event) + " " + succeeded.generation();
            }
            assertThat(answer instanceof Redemption)
                    .as(this::story)
                    .isEqualTo(answer instanceof Redemption.Reused);
            return event.isEmpty() ? ModelGrant.NOTHING : event;
        }

        private List<?> events() {
            return ledger.events(GRANT);
        }

        private String story() {
            return "seed " + seed + ", after\n" + String.join("\n", history);
        }
    }
}
