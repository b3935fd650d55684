package io.keyledger.server.demo;

import io.keyledger.api.account.AccountId;

/**
 * Somebody who is at home at a hub of the demo: an admin of its workspace, who may sign in to the
 * console and let apps act for them.
 *
 * @param email what the person signs in with
 */
record DemoPerson(AccountId account, String email, String password) {

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "DemoPerson[" + account + "]";
    }
}
