package io.keyledger.command.apikey;

import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleHub.PROFILE;
import static io.keyledger.command.examples.ExampleKey.KEY;
import static io.keyledger.command.examples.ExampleKey.NOW;
import static io.keyledger.command.examples.ExampleKey.WORKSPACE;
import static io.keyledger.command.examples.ExampleKey.secret;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.apikey.ApiKeyCommand;
import io.keyledger.api.apikey.ApiKeyCommand.IssueApiKey;
import io.keyledger.api.apikey.ApiKeyCommand.RetireApiKeySecret;
import io.keyledger.api.apikey.ApiKeyCommand.RevokeApiKey;
import io.keyledger.api.apikey.ApiKeyCommand.RevokeApiKeySecret;
import io.keyledger.api.apikey.ApiKeyCommand.RotateApiKey;
import io.keyledger.api.apikey.ApiKeyCommand.SetApiKeyExpiry;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.command.examples.InMemoryLedger;
import io.keyledger.command.examples.KnownAccounts;
import io.keyledger.command.examples.KnownApps;
import io.keyledger.command.examples.KnownCampaigns;
import io.keyledger.command.examples.KnownHubs;
import io.keyledger.command.examples.KnownWorkspaces;
import io.keyledger.command.examples.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Checklist KL-11: whatever is done to a key, in whatever order, it behaves like the model. */
class KeyLifeTest {

    private static final int LIVES = 400;
    private static final int COMMANDS = 60;

    /** What happened in any life: a test that never reaches a state proves nothing of it. */
    private final Set<String> outcomes = new TreeSet<>();

    @Test
    void aKeyBehavesLikeTheModelWhateverIsDoneToIt() {
        for (int seed = 1; seed <= LIVES; seed++) {
            new Life(seed).live();
        }
        assertThat(outcomes)
                .containsExactlyInAnyOrder(
                        ModelKey.NOTHING,
                        "ApiKeyIssued",
                        "ApiKeyExpirySet",
                        "ApiKeyRotated",
                        "ApiKeySecretRetired",
                        "ApiKeySecretRevoked",
                        "ApiKeyRevoked",
                        "KEY_UNKNOWN",
                        "KEY_ID_TAKEN",
                        "KEY_REVOKED",
                        "KEY_EXPIRED",
                        "EXPIRY_PAST",
                        "ROTATION_IN_GRACE",
                        "SECRET_REUSED",
                        "SECRET_STILL_VALID",
                        "SECRET_UNKNOWN");
    }

    private final class Life {

        private final int seed;
        private final Random random;
        private final SettableClock clock = new SettableClock(NOW);
        private final ModelKey model = new ModelKey();
        private final List<String> history = new ArrayList<>();
        private final InMemoryLedger ledger =
                new InMemoryLedger(
                        KnownHubs.of(PROFILE),
                        new KnownWorkspaces().with(WORKSPACE, HUB),
                        new KnownCampaigns(),
                        new KnownAccounts(),
                        new KnownApps(),
                        clock);

        Life(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        void live() {
            for (int i = 0; i < COMMANDS; i++) {
                clock.advance(Duration.ofHours(random.nextInt(6)));
                step();
            }
        }

        private void step() {
            switch (random.nextInt(14)) {
                case 0, 1 -> issue(1 + random.nextInt(2));
                case 2, 3 -> expire(random.nextInt(5) * 6 - 6);
                case 4, 5, 6, 7 -> rotate(1 + random.nextInt(12), random.nextInt(12));
                case 8, 9 -> retire(random.nextInt(6));
                case 10, 11, 12 -> revoke(random.nextInt(6));
                default -> revokeSeldom();
            }
        }

        private void issue(int number) {
            IssueApiKey command =
                    new IssueApiKey(
                            KEY,
                            WORKSPACE,
                            "Importer",
                            List.of("read:members"),
                            null,
                            List.of(),
                            Map.of(),
                            secret(number));
            compare(command, model.issue(number));
        }

        /** In some hours, or never when there are 18 of them. */
        private void expire(int hours) {
            Instant end = hours == 18 ? null : clock.instant().plus(Duration.ofHours(hours));
            compare(new SetApiKeyExpiry(KEY, end), model.expire(end, clock.instant()));
        }

        private void rotate(int number, int hours) {
            Duration grace = Duration.ofHours(hours);
            compare(
                    new RotateApiKey(KEY, secret(number), grace),
                    model.rotate(number, grace, clock.instant()));
        }

        private void retire(int generation) {
            compare(
                    new RetireApiKeySecret(KEY, generation),
                    model.retire(generation, clock.instant()));
        }

        private void revoke(int generation) {
            compare(new RevokeApiKeySecret(KEY, generation), model.revoke(generation));
        }

        private void revokeSeldom() {
            if (random.nextInt(4) == 0) {
                compare(new RevokeApiKey(KEY), model.revoke());
            }
        }

        private void compare(ApiKeyCommand command, String expected) {
            history.add(clock.instant() + " " + command);
            String outcome = outcomeOf(command);
            outcomes.add(outcome);
            assertThat(outcome).as(this::story).isEqualTo(expected);

            Set<Integer> open = SecretLedger.reading(events()).open(clock.instant());
            assertThat(open).as(this::story).isEqualTo(model.open(clock.instant()));
            assertThat(open).as(this::story).hasSizeLessThanOrEqualTo(model.isRevoked() ? 0 : 2);
        }

        /** The reason of the refusal, the event, or that nothing changed. */
        private String outcomeOf(ApiKeyCommand command) {
            int before = events().size();
            String refusal = refusalOf(command);
            List<?> news = events().subList(before, events().size());
            if (refusal != null) {
                assertThat(news).as(this::story).isEmpty();
                return refusal;
            }
            assertThat(news).as(this::story).hasSizeLessThanOrEqualTo(1);
            return news.isEmpty() ? ModelKey.NOTHING : news.getFirst().getClass().getSimpleName();
        }

        private @Nullable String refusalOf(ApiKeyCommand command) {
            try {
                ledger.send(command);
                return null;
            } catch (CommandRejected rejected) {
                return rejected.reason().name();
            }
        }

        private List<?> events() {
            return ledger.events(KEY);
        }

        private String story() {
            return "seed " + seed + ", after\n" + String.join("\n", history);
        }
    }
}
