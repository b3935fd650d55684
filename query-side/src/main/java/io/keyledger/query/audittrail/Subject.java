package io.keyledger.query.audittrail;

import org.jspecify.annotations.Nullable;

/**
 * What an entry is about, as far as its event says. The table fills in what an earlier entry of the
 * same credential, campaign or workspace has said.
 */
record Subject(
        @Nullable String hub,
        @Nullable String workspace,
        @Nullable String campaign,
        @Nullable String credential) {

    static Subject hub(String hub) {
        return new Subject(hub, null, null, null);
    }

    static Subject workspace(@Nullable String hub, String workspace) {
        return new Subject(hub, workspace, null, null);
    }

    static Subject campaign(@Nullable String hub, @Nullable String workspace, String campaign) {
        return new Subject(hub, workspace, campaign, null);
    }

    static Subject credential(@Nullable String hub, @Nullable String workspace, String credential) {
        return new Subject(hub, workspace, null, credential);
    }
}
