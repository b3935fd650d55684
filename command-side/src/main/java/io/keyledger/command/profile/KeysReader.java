package io.keyledger.command.profile;

import io.keyledger.api.hub.KeyRules;
import io.keyledger.api.hub.SecretVisibility;

/** Reads how keys look and live. */
final class KeysReader {

    private KeysReader() {}

    static KeyRules read(Part keys) {
        KeyRules rules =
                new KeyRules(
                        keys.text("prefix"),
                        keys.textOr("called", "API key"),
                        Choice.of(SecretVisibility.class, keys.textOr("secrets", "shown-once")),
                        keys.durationOr("rotation-grace", "PT0S"),
                        keys.durationOr("longest-grace", "P30D"));
        if (rules.rotationGrace().compareTo(rules.longestGrace()) > 0) {
            keys.field("rotation-grace")
                    .complain(
                            "is longer than longest-grace, which is "
                                    + keys.textOr("longest-grace", "P30D when it is left out")
                                    + ". Shorten the one or lengthen the other.");
        }
        return rules;
    }
}
