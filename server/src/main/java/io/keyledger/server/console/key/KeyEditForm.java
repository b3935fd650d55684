package io.keyledger.server.console.key;

import io.keyledger.query.inventory.KeyView;
import io.keyledger.server.controlplane.key.KeyPatch;
import io.keyledger.server.page.Form;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/**
 * What somebody changes of a key, as it was typed.
 *
 * @param metadata null when it stays as it is
 */
record KeyEditForm(
        String name,
        String expiresAt,
        String allowedCidrs,
        @Nullable String metadata,
        String reason) {

    static KeyEditForm of(KeyView key) {
        return new KeyEditForm(
                key.name(),
                Typed.written(key.expiresAt()),
                Typed.lines(key.allowedCidrs()),
                Pairs.canBeTyped(key.metadata()) ? Pairs.write(key.metadata()) : null,
                "");
    }

    static KeyEditForm of(Form sent) {
        return new KeyEditForm(
                sent.value("name"),
                sent.value("expiresAt"),
                sent.value("allowedCidrs"),
                sent.values("metadata").isEmpty() ? null : sent.value("metadata"),
                sent.value("reason"));
    }

    KeyPatch patch() {
        return new KeyPatch(
                name.strip(),
                null,
                node(Typed.moment("expiresAt", expiresAt)),
                Typed.several(allowedCidrs),
                metadata == null ? null : Pairs.read(metadata),
                reason.isBlank() ? null : reason.strip());
    }

    private static JsonNode node(@Nullable Instant moment) {
        return moment == null ? NullNode.getInstance() : StringNode.valueOf(moment.toString());
    }
}
