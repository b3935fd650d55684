package io.keyledger.api.rejection;

/** Every reason for which a command is refused. The names are part of the API. */
public enum RejectionReason {
    HUB_UNKNOWN(Kind.ABSENT, "There is no such hub."),
    HUB_PREFIX_TAKEN(Kind.CONFLICT, "Another hub already uses this key prefix."),
    WORKSPACE_UNKNOWN(Kind.ABSENT, "There is no such workspace."),
    WORKSPACE_ID_TAKEN(Kind.CONFLICT, "The workspace exists with other values."),
    EXTERNAL_ID_TAKEN(Kind.CONFLICT, "Another workspace of this hub has this external id."),
    EXTERNAL_ID_INVALID(
            Kind.INVALID,
            "An external id has 1 to 200 characters, none of them control characters."),
    PLAN_UNKNOWN(Kind.INVALID, "The hub has no such plan."),
    NAME_INVALID(
            Kind.INVALID,
            "A name has 1 to 200 characters, none of them control or formatting characters."),
    KEY_UNKNOWN(Kind.ABSENT, "There is no such key."),
    KEY_ID_TAKEN(Kind.CONFLICT, "The key exists with another secret."),
    KEY_REVOKED(Kind.CONFLICT, "The key is revoked. Issue a new one."),
    KEY_EXPIRED(Kind.CONFLICT, "The key has expired. Issue a new one, or set its expiry first."),
    SCOPE_MISSING(Kind.INVALID, "A key needs at least one scope."),
    SCOPE_UNKNOWN(Kind.INVALID, "The hub has no such scope."),
    SCOPE_REPEATED(Kind.INVALID, "A scope is named more than once."),
    SCOPE_NOT_GRANTABLE(Kind.FORBIDDEN, "A key cannot grant a scope that it does not have itself."),
    EXPIRY_PAST(Kind.INVALID, "The expiry must be in the future."),
    EXPIRY_TOO_FAR(
            Kind.INVALID,
            "The expiry must be within 100 years. Leave it out for a key without end."),
    ADDRESS_BLOCK_INVALID(
            Kind.INVALID, "Write address blocks as CIDR, such as 203.0.113.0/24 or 2001:db8::/32."),
    ADDRESS_BLOCKS_TOO_MANY(Kind.INVALID, "A key has at most 100 address blocks."),
    METADATA_INVALID(
            Kind.INVALID,
            "Metadata has at most 50 entries, names of 1 to 40 characters and values of at most 500."),
    GRACE_NEGATIVE(Kind.INVALID, "The grace period must not be negative."),
    GRACE_TOO_LONG(Kind.INVALID, "The grace period is longer than the hub allows."),
    ROTATION_IN_GRACE(
            Kind.CONFLICT,
            "The secret before the current one is still in its grace period. Revoke it, or wait."),
    SECRET_UNKNOWN(Kind.INVALID, "The key never had a secret of this generation."),
    SECRET_STILL_VALID(Kind.CONFLICT, "The grace period of this secret is not over."),
    SECRET_REUSED(Kind.CONFLICT, "This secret has been used before.");

    private final Kind kind;
    private final String text;

    RejectionReason(Kind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    public Kind kind() {
        return kind;
    }

    /** One or two sentences for the caller: what was wrong and what to do. */
    public String text() {
        return text;
    }

    /** What sort of refusal a reason is. */
    public enum Kind {
        /** The request can never be accepted as it stands. */
        INVALID,
        /** The request contradicts the state that the target is in. */
        CONFLICT,
        /** The target does not exist, or is not the caller's to see. */
        ABSENT,
        /** The caller may not ask for this. */
        FORBIDDEN
    }
}
