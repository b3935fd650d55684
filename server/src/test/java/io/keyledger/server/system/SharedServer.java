package io.keyledger.server.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** One process of the finished jar for all tests that leave it as they find it. */
class SharedServer implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedServer.class);

    private final String[] arguments;

    SharedServer() {
        this(new String[0]);
    }

    /** Another one, for the tests that need it to be started with these arguments. */
    SharedServer(String... arguments) {
        this.arguments = arguments;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningServer.class;
    }

    @Override
    public RunningServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(getClass(), _ -> Started.now(arguments), Started.class)
                .server();
    }

    /** Ends with the last test. */
    private record Started(RunningServer server, Path folder) implements AutoCloseable {

        static Started now(String... arguments) {
            try {
                Path folder = Files.createTempDirectory("keyledger-shared");
                return new Started(RunningServer.start(folder, arguments), folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
