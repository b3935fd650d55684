package io.keyledger.server.console.key;

import io.keyledger.server.controlplane.key.KeyIssuing;
import io.keyledger.server.page.Form;
import java.util.List;

/** What somebody fills in for a new key, as it was typed. */
record NewKeyForm(
        String name,
        List<String> scopes,
        String expiresAt,
        String allowedCidrs,
        String metadata,
        String filter,
        String reason) {

    /** As it is before anybody fills it in. */
    static NewKeyForm boundTo(String filter) {
        return new NewKeyForm("", List.of(), "", "", "", filter, "");
    }

    static NewKeyForm of(Form sent) {
        return new NewKeyForm(
                sent.value("name"),
                sent.values("scopes"),
                sent.value("expiresAt"),
                sent.value("allowedCidrs"),
                sent.value("metadata"),
                sent.value("filter"),
                sent.value("reason"));
    }

    KeyIssuing.Body body() {
        return new KeyIssuing.Body(
                name.strip(),
                scopes,
                Typed.moment("expiresAt", expiresAt),
                Typed.several(allowedCidrs),
                Pairs.read(metadata),
                FilterChoice.read(filter),
                reason.isBlank() ? null : reason.strip());
    }
}
