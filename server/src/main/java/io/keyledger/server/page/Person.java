package io.keyledger.server.page;

import io.keyledger.api.account.AccountId;
import io.keyledger.query.oauth.AccountStanding;
import io.keyledger.server.session.SignInSession;

/** Somebody who is signed in. */
public record Person(AccountStanding standing, SignInSession session) {

    public AccountId account() {
        return standing.account();
    }

    public String name() {
        return standing.name();
    }

    public String email() {
        return standing.email();
    }
}
