package io.keyledger.server.controlplane.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyledger.query.inventory.AccountView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's account.
 *
 * @param status {@code active} or {@code closed}
 * @param identity who the person is to the hub's OpenID provider
 * @param passwordSetAt when the password was last set; absent when there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountAnswer(
        String id,
        String hub,
        String email,
        String name,
        String status,
        @Nullable IdentityBody identity,
        @Nullable Instant passwordSetAt,
        Instant createdAt,
        @Nullable String createdBy,
        @Nullable Instant closedAt) {

    static AccountAnswer of(AccountView view) {
        return new AccountAnswer(
                view.id(),
                view.hub(),
                view.email(),
                view.name(),
                view.closedAt() == null ? "active" : "closed",
                IdentityBody.of(view.identity()),
                view.passwordSetAt(),
                view.registeredAt(),
                view.registeredBy(),
                view.closedAt());
    }
}
