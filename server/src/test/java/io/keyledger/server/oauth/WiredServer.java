package io.keyledger.server.oauth;

import io.keyledger.server.KeyledgerServer;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/** One whole process for all tests of OAuth, in this JVM, with a clock that can be moved. */
final class WiredServer implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(WiredServer.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == OAuthWorld.class;
    }

    @Override
    public OAuthWorld resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Started.class, _ -> Started.now(), Started.class)
                .world();
    }

    /** Ends with the last test. */
    private record Started(
            ConfigurableApplicationContext context,
            TestDatabase database,
            Path folder,
            OAuthWorld world)
            implements AutoCloseable {

        static Started now() {
            try {
                TestDatabase database = PostgresForTests.emptyDatabase();
                Path folder = Files.createTempDirectory("keyledger-oauth");
                MovableClock clock = new MovableClock();
                ConfigurableApplicationContext context = start(database, folder, clock);
                return new Started(context, database, folder, new OAuthWorld(context, clock));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static ConfigurableApplicationContext start(
                TestDatabase database, Path folder, MovableClock clock) throws IOException {
            return new SpringApplicationBuilder(KeyledgerServer.class)
                    .initializers((GenericApplicationContext it) -> prepare(it, clock))
                    .run(
                            "--server.port=0",
                            "--keyledger.data-plane.port=0",
                            "--keyledger.resource-server.enabled=false",
                            "--keyledger.data-dir=" + folder,
                            "--keyledger.verification.clock-tolerance=P1000D",
                            "--keyledger.peppers[0].id=p1",
                            "--keyledger.peppers[0].key=" + random(),
                            "--keyledger.oauth.signing-keys[0].file=" + signingKey(folder),
                            "--spring.datasource.url=" + database.url(),
                            "--spring.datasource.username=" + database.username(),
                            "--spring.datasource.password=" + database.password());
        }

        private static void prepare(GenericApplicationContext context, MovableClock clock) {
            context.getBeanFactory().registerSingleton("productClasses", new ProductClasses());
            context.registerBean(
                    "movableClock",
                    Clock.class,
                    () -> clock,
                    definition -> definition.setPrimary(true));
        }

        private static String random() {
            byte[] bytes = new byte[48];
            new SecureRandom().nextBytes(bytes);
            return Base64.getEncoder().encodeToString(bytes);
        }

        private static Path signingKey(Path folder) throws IOException {
            return Files.writeString(folder.resolve("key.pem"), SomeKeys.pkcs8("RSA", 2048));
        }

        @Override
        public void close() throws IOException {
            context.close();
            database.close();
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
