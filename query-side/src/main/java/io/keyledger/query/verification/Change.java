package io.keyledger.query.verification;

import io.keyledger.api.token.Digest;
import java.util.List;

/** What a message of the change channel says: “kind key position”, or “all”. */
sealed interface Change {

    /** The channel; migration V0010 sends on it. */
    String CHANNEL = "keyledger_changes";

    record OfCredential(Digest digest) implements Change {}

    record OfWorkspace(String workspace) implements Change {}

    record OfHub(String hub) implements Change {}

    record OfAll() implements Change {}

    /** What is not understood may be a newer release speaking: it could mean anything. */
    static Change parse(String message) {
        List<String> words = List.of(message.split(" ", -1));
        if (words.size() != 3) {
            return new OfAll();
        }
        String key = words.get(1);
        return switch (words.getFirst()) {
            case "credential" -> new OfCredential(Digest.ofHex(key));
            case "workspace" -> new OfWorkspace(key);
            case "hub" -> new OfHub(key);
            default -> new OfAll();
        };
    }
}
