package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.keyledger.server.system.OAuthSurface.App;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** The clients of npm, installed once for all tests from their lock file. */
final class NodeClients implements ParameterResolver {

    private static final List<String> FILES =
            List.of(
                    "package.json",
                    "package-lock.json",
                    "app.mjs",
                    "simple-oauth2.mjs",
                    "passport-oauth2.mjs");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Installed.class;
    }

    @Override
    public Installed resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(NodeClients.class))
                .computeIfAbsent(Installed.class, _ -> install(), Installed.class);
    }

    private static Installed install() {
        try {
            Path folder = Files.createTempDirectory("keyledger-oauth-clients");
            for (String file : FILES) {
                try (InputStream content =
                        NodeClients.class.getResourceAsStream("/oauth-clients/" + file)) {
                    Files.copy(Objects.requireNonNull(content), folder.resolve(file));
                }
            }
            run(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            return new Installed(folder);
        } catch (IOException e) {
            throw new AssertionError("the clients of npm cannot be installed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void run(Path folder, String... command)
            throws IOException, InterruptedException {
        Path log = folder.resolve("npm.log");
        Process process = started(folder, log, command);
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            fail("npm could not install the clients:\n" + Files.readString(log));
        }
    }

    /** Where builds are judged, a missing npm is a failure; elsewhere the test says so. */
    private static Process started(Path folder, Path log, String... command) {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException _) {
            String message =
                    "The clients of npm were not tried: there is no npm here. Install Node.js 20 or"
                            + " newer with npm; on Debian: apt-get install nodejs npm";
            return System.getenv("CI") == null ? abort(message) : fail(message);
        }
    }

    /** The folder with the scripts and all that they use. */
    record Installed(Path folder) implements AutoCloseable {

        NodeApp start(String script, OAuthSurface hub, App app)
                throws IOException, InterruptedException {
            String path = "/" + hub.guide().hub();
            return NodeApp.start(
                    folder.resolve(script),
                    Admin.JSON.writeValueAsString(
                            Map.of(
                                    "clientId", app.id(),
                                    "clientSecret", app.secret(),
                                    "server", hub.server(),
                                    "authorizePath", path + hub.guide().authorizePath(),
                                    "tokenPath", path + hub.guide().tokenPath(),
                                    "revokePath", path + hub.guide().revocationPath(),
                                    "scope", hub.guide().askedScope())));
        }

        @Override
        public void close() throws IOException {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
