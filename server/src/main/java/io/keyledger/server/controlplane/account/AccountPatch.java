package io.keyledger.server.controlplane.account;

import io.keyledger.api.account.AccountCommand.AccountChange;
import io.keyledger.api.account.AccountCommand.ChangeAccount;
import io.keyledger.api.account.AccountCommand.LinkAccountIdentity;
import io.keyledger.api.account.AccountCommand.RenameAccount;
import io.keyledger.api.account.AccountId;
import io.keyledger.api.account.ExternalIdentity;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is to be changed of an account; what is left out stays as it is.
 *
 * @param identity JSON null removes it, which is not the same as leaving the field out: so it is
 *     read as a node
 */
record AccountPatch(
        @Nullable String name,
        @Schema(implementation = IdentityBody.class, nullable = true) @Nullable JsonNode identity,
        @Nullable String reason) {

    private static final Set<String> FIELDS = Set.of("issuer", "subject");

    /** One change for each field that is there. */
    ChangeAccount command(AccountId account) {
        List<AccountChange> changes = new ArrayList<>();
        if (name != null) {
            changes.add(new RenameAccount(account, name));
        }
        if (identity != null) {
            changes.add(new LinkAccountIdentity(account, read(identity)));
        }
        if (changes.isEmpty()) {
            throw ProblemException.of(
                    ProblemCode.MISSING_FIELD, "Name what to change: name or identity.");
        }
        return new ChangeAccount(account, changes);
    }

    private static @Nullable ExternalIdentity read(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (!node.isObject() || !FIELDS.containsAll(node.propertyNames())) {
            throw invalid();
        }
        return new IdentityBody(text(node.get("issuer")), text(node.get("subject"))).identity();
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        if (node != null && !node.isString()) {
            throw invalid();
        }
        return node == null ? null : node.stringValue();
    }

    private static ProblemException invalid() {
        return ProblemException.of(
                ProblemCode.INVALID_FIELD,
                "identity",
                "Write the identity as an issuer and a subject, or null for none.");
    }
}
