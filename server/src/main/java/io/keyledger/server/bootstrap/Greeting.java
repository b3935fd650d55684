package io.keyledger.server.bootstrap;

import io.keyledger.server.cli.Terminal;
import io.keyledger.server.datadirectory.DataDirectory;
import io.keyledger.server.dataplane.DataPlane;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says, once everything runs, where things are and what to try next. */
@Component
@Order(BootstrapOrder.GREETING)
final class Greeting implements ApplicationRunner {

    private final Environment environment;
    private final DataDirectory directory;
    private final ObjectProvider<DataPlane> dataPlane;
    private final ObjectProvider<OperatorKey> operatorKey;
    private final ObjectProvider<Invitation> invitations;
    private final Terminal terminal;

    Greeting(
            Environment environment,
            DataDirectory directory,
            ObjectProvider<DataPlane> dataPlane,
            ObjectProvider<OperatorKey> operatorKey,
            ObjectProvider<Invitation> invitations,
            Terminal terminal) {
        this.environment = environment;
        this.directory = directory;
        this.dataPlane = dataPlane;
        this.operatorKey = operatorKey;
        this.invitations = invitations;
        this.terminal = terminal;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Keyledger is running.");
        lines.add("  Control plane  " + controlPlane() + "   (API: " + controlPlane() + "/docs)");
        dataPlane.ifAvailable(
                plane -> lines.add("  Data plane     http://127.0.0.1:" + plane.port()));
        lines.add("  Data           " + directory.path());
        operatorKey.ifAvailable(key -> {
            lines.add("  Console        " + controlPlane() + "/console");
            lines.addAll(operatorLines(key));
        });
        invitations.orderedStream().forEach(invitation -> lines.addAll(invitation.lines()));
        lines.add("");
        terminal.print(String.join("\n", lines));
    }

    private String controlPlane() {
        return "http://127.0.0.1:" + environment.getProperty("local.server.port");
    }

    private List<String> operatorLines(OperatorKey key) {
        String file = "  Operator key   in " + directory.resolve(OperatorKey.FILE);
        return key.freshSecret()
                .map(secret -> List.of(file, "                 " + secret + "  (shown this once)"))
                .orElseGet(() -> List.of(file));
    }
}
