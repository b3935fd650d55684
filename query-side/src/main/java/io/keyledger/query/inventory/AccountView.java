package io.keyledger.query.inventory;

import io.keyledger.api.account.ExternalIdentity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's account as admins see it.
 *
 * @param identity who the person is to the hub's OpenID provider; null when they have none
 * @param passwordSetAt when the password was last set; null when there is none
 * @param registeredBy the actor that registered it
 * @param registeredPosition the ledger position that orders lists of accounts
 * @param closedAt null while it is not closed
 * @param version counts the account's changes from 0; the base of its entity tag
 */
public record AccountView(
        String id,
        String hub,
        String email,
        String name,
        @Nullable ExternalIdentity identity,
        @Nullable Instant passwordSetAt,
        Instant registeredAt,
        String registeredBy,
        long registeredPosition,
        @Nullable Instant closedAt,
        long version) {}
