package io.keyledger.query.audittrail;

import org.jspecify.annotations.Nullable;

/**
 * What an entry is about, as far as its event says. The table fills in what the first entry about
 * the same thing has said.
 *
 * @param own what the entry is about in the first place
 * @param credential an API key or a grant
 */
record Subject(
        Own own,
        @Nullable String hub,
        @Nullable String workspace,
        @Nullable String campaign,
        @Nullable String credential,
        @Nullable String app,
        @Nullable String account) {

    static Subject hub(String hub) {
        return new Subject(Own.HUB, hub, null, null, null, null, null);
    }

    static Subject workspace(@Nullable String hub, String workspace) {
        return new Subject(Own.WORKSPACE, hub, workspace, null, null, null, null);
    }

    static Subject campaign(@Nullable String hub, @Nullable String workspace, String campaign) {
        return new Subject(Own.CAMPAIGN, hub, workspace, campaign, null, null, null);
    }

    static Subject credential(@Nullable String hub, @Nullable String workspace, String credential) {
        return new Subject(Own.CREDENTIAL, hub, workspace, null, credential, null, null);
    }

    static Subject app(@Nullable String hub, @Nullable String workspace, String app) {
        return new Subject(Own.APP, hub, workspace, null, null, app, null);
    }

    static Subject account(@Nullable String hub, @Nullable String workspace, String account) {
        return new Subject(Own.ACCOUNT, hub, workspace, null, null, null, account);
    }

    /** Of a credential that an app has, to act for a person or, with null, for itself. */
    Subject delegated(String toApp, @Nullable String byAccount) {
        return new Subject(own, hub, workspace, campaign, credential, toApp, byAccount);
    }

    /** What the entry is about in the first place, and how the entries about it are found. */
    enum Own {
        HUB("hub_id = :hub"),
        WORKSPACE("workspace_id = :workspace"),
        CAMPAIGN("campaign_id = :campaign"),
        CREDENTIAL("credential_id = :credential"),
        APP("app_id = :app and credential_id is null"),
        ACCOUNT("account_id = :account and credential_id is null");

        private final String condition;

        Own(String condition) {
            this.condition = condition;
        }

        /** In SQL. */
        String condition() {
            return condition;
        }
    }
}
