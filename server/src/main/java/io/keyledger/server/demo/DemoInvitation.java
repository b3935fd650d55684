package io.keyledger.server.demo;

import io.keyledger.server.bootstrap.Invitation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Offers a call that works for each hub of the demo. */
final class DemoInvitation implements Invitation {

    private final DemoFile file;
    private final DemoAddresses addresses;

    DemoInvitation(DemoFile file, DemoAddresses addresses) {
        this.file = file;
        this.addresses = addresses;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Try it (keys and workspaces are in demo.json of the data folder):");
        file.read()
                .hubs()
                .forEach((hub, demo) ->
                        lines.add("  " + addresses.exampleRequest(hub, demo.secret().plaintext())));
        lines.add("");
        lines.add("In the console:");
        file.read().hubs().forEach((hub, demo) -> lines.addAll(signIn(hub, demo.person())));
        lines.add("");
        lines.add("For OAuth: docs/oauth.md leads to an access token in five minutes.");
        lines.add("Then take the five-minute tour in README.md.");
        return lines;
    }

    private List<String> signIn(String hub, @Nullable DemoPerson person) {
        return person == null
                ? List.of()
                : List.of(
                        "  %s   %s   %s"
                                .formatted(
                                        addresses.console(hub), person.email(), person.password()));
    }
}
