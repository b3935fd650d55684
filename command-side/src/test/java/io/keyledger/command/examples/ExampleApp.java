package io.keyledger.command.examples;

import static io.keyledger.api.oauthapp.ClientType.CONFIDENTIAL;
import static io.keyledger.api.oauthapp.ClientType.PUBLIC;
import static io.keyledger.command.examples.ExampleHub.HUB;
import static io.keyledger.command.examples.ExampleKey.WORKSPACE;

import io.keyledger.api.oauthapp.ClientType;
import io.keyledger.api.oauthapp.OAuthAppId;
import io.keyledger.command.oauthapp.RegisteredApp;
import java.util.List;

/** An OAuth app of the example hub's only customer. */
public final class ExampleApp {

    public static final OAuthAppId APP = new OAuthAppId("app_ExampleExampleExampl");
    public static final String CALLBACK = "https://client.example.com/cb";
    public static final List<String> SCOPES = List.of("read:members", "write:members");

    /** On a server. */
    public static final RegisteredApp REGISTERED = registered(CONFIDENTIAL, false);

    /** On its user's device. */
    public static final RegisteredApp ON_A_DEVICE = registered(PUBLIC, false);

    public static final RegisteredApp DELETED = registered(CONFIDENTIAL, true);

    private ExampleApp() {}

    private static RegisteredApp registered(ClientType type, boolean deleted) {
        return new RegisteredApp(HUB, WORKSPACE, type, SCOPES, List.of(CALLBACK), deleted);
    }
}
