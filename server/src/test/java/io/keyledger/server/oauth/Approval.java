package io.keyledger.server.oauth;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.grant.GrantId;

/**
 * What a person has let an app do.
 *
 * @param code that the app was sent
 * @param verifier that fits the code's challenge
 */
record Approval(GrantId grant, AccountId account, String code, String verifier) {}
