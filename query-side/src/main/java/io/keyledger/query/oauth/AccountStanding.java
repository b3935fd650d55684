package io.keyledger.query.oauth;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.hub.HubId;

/**
 * How an account stands.
 *
 * @param email what the person signs in with
 */
public record AccountStanding(
        AccountId account, HubId hub, String email, String name, boolean closed) {}
