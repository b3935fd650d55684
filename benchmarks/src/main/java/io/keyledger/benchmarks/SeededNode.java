package io.keyledger.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.CountedPer;
import io.keyledger.api.hub.RateLimits.HeaderStyle;
import io.keyledger.api.hub.RateLimits.Window;
import io.keyledger.api.token.Pepper;
import io.keyledger.api.token.Peppers;
import io.keyledger.command.minting.MintedSecret;
import io.keyledger.command.minting.SecretMint;
import io.keyledger.command.profile.BundledHubProfiles;
import io.keyledger.query.ratelimit.LocalRateLimiter;
import io.keyledger.query.usage.UsageConfiguration;
import io.keyledger.query.usage.UsageMeter;
import io.keyledger.query.usage.UsageSettings;
import io.keyledger.query.verification.VerificationConfiguration;
import io.keyledger.query.verification.VerificationDatabase;
import io.keyledger.query.verification.VerificationHealth;
import io.keyledger.query.verification.VerificationSettings;
import io.keyledger.query.verification.Verifier;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import io.keyledger.verdict.VerificationRequest;
import io.keyledger.verdict.ratelimit.RateLimiter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A verifying node as the product has it, on a real PostgreSQL, with many keys of Hubnity that are
 * all in memory, and one key of Keyledger that may ask about them.
 */
final class SeededNode implements AutoCloseable {

    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final int BATCH = 1_000;
    private static final long PLENTY = 1_000_000_000;
    private static final String INSERT =
            "insert into credential (digest, pepper, credential_id, generation, kind, workspace_id,"
                    + " scopes, allowed_cidrs, expires_at, position)"
                    + " values (?, ?, ?, 1, 'api_key', ?, string_to_array(?, ' '), '{}',"
                    + " now() + interval '1 day', 1)";

    private final TestDatabase database = PostgresForTests.freshDatabase();
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();
    private final List<String> tokens = new ArrayList<>();
    private final String callerToken;

    private SeededNode(int keys, @Nullable RateLimits limits) {
        Peppers peppers = Peppers.of(Pepper.of("benchmark", new byte[32]), List.of());
        SecretMint mint = new SecretMint(new SecureRandom(), peppers);
        JdbcTemplate jdbc = new JdbcTemplate(database.owner());
        BundledHubProfiles.all().forEach(profile -> publish(jdbc, with(limits, profile)));
        callerToken = seed(jdbc, mint.mint("klg"), "key_caller", "ws_keyledger", "verify");
        seedHubnity(jdbc, mint, keys);
        start(peppers);
        warm();
    }

    /** Keys that nothing limits. */
    static SeededNode unlimited(int keys) {
        return new SeededNode(keys, null);
    }

    /** Keys that each have a budget, counted on every request, which no load uses up. */
    static SeededNode limited(int keys) {
        return new SeededNode(
                keys,
                new RateLimits(
                        CountedPer.CREDENTIAL,
                        List.of(new Window(PLENTY, Duration.ofMinutes(1), PLENTY)),
                        HeaderStyle.NONE));
    }

    /** The same hub with other limits: its own would refuse what a benchmark asks for. */
    private static HubProfile with(@Nullable RateLimits limits, HubProfile hub) {
        return new HubProfile(
                hub.hub(),
                hub.title(),
                hub.basePath(),
                hub.hosts(),
                hub.keys(),
                hub.scopes(),
                hub.plans(),
                hub.access(),
                limits,
                hub.routes(),
                hub.errors(),
                hub.oauth(),
                hub.collections());
    }

    Verifier verifier() {
        return context.getBean(Verifier.class);
    }

    UsageMeter usage() {
        return context.getBean(UsageMeter.class);
    }

    VerificationHealth health() {
        return context.getBean(VerificationHealth.class);
    }

    /** Every key of Hubnity, in plain text. */
    List<String> tokens() {
        return List.copyOf(tokens);
    }

    /** The key of Keyledger, in plain text. */
    String callerToken() {
        return callerToken;
    }

    static VerificationRequest request() {
        return VerificationRequest.of("hubnity", "GET", "/v1/members", "203.0.113.9");
    }

    private static void publish(JdbcTemplate jdbc, HubProfile profile) {
        String hub = profile.hub().value();
        jdbc.update(
                "insert into hub_profile (hub_id, version, prefix, profile, position)"
                        + " values (?, 1, ?, ?, 1)",
                hub,
                profile.keys().prefix(),
                JsonMapper.shared().writeValueAsString(profile));
        jdbc.update(
                "insert into workspace_standing (workspace_id, hub_id, name, plan, position)"
                        + " values (?, ?, ?, ?, 1)",
                "ws_" + hub,
                hub,
                hub,
                hub.equals("keyledger") ? "operator" : "enterprise");
    }

    private static String seed(
            JdbcTemplate jdbc, MintedSecret secret, String id, String workspace, String scopes) {
        jdbc.update(INSERT, row(secret, id, workspace, scopes));
        return secret.plaintext();
    }

    private static Object[] row(MintedSecret secret, String id, String workspace, String scopes) {
        return new Object[] {
            secret.record().digest().bytes(), secret.record().pepper(), id, workspace, scopes
        };
    }

    private void seedHubnity(JdbcTemplate jdbc, SecretMint mint, int keys) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < keys; i++) {
            MintedSecret secret = mint.mint("hbn");
            tokens.add(secret.plaintext());
            rows.add(row(secret, "key_" + i, "ws_hubnity", "read:members write:members"));
            if (rows.size() == BATCH || i == keys - 1) {
                jdbc.batchUpdate(INSERT, rows);
                rows.clear();
            }
        }
    }

    private void start(Peppers peppers) {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(database.runtime());
        pool.setMaximumPoolSize(4);
        DataSource verification = new HikariDataSource(pool);
        context.registerBean(
                VerificationDatabase.class,
                () ->
                        new VerificationDatabase(
                                database.runtime(),
                                verification,
                                database.runtime()::getConnection));
        context.registerBean(
                VerificationSettings.class, () -> VerificationSettings.of("benchmark", LEASE));
        context.registerBean(Peppers.class, () -> peppers);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(RateLimiter.class, LocalRateLimiter::new);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(DataSource.class, database::runtime);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database.runtime()));
        context.registerBean(
                UsageSettings.class,
                () -> new UsageSettings("benchmark", Duration.ofSeconds(10), 50_000));
        context.register(VerificationConfiguration.class, UsageConfiguration.class);
        context.refresh();
    }

    /** Every key is looked up once; a benchmark that then reads the database measures that. */
    private void warm() {
        for (String token : tokens) {
            VerificationRequest free =
                    new VerificationRequest("hubnity", null, null, List.of(), 0, null);
            if (!verifier()
                    .verify(token, free)
                    .toCompletableFuture()
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join()
                    .isValid()) {
                throw new IllegalStateException("a seeded key is refused");
            }
        }
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
