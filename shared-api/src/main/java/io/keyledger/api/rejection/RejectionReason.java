package io.keyledger.api.rejection;

/** Every reason for which a command is refused. The names are part of the API. */
public enum RejectionReason {
    HUB_UNKNOWN(Kind.ABSENT, "There is no such hub."),
    HUB_PREFIX_TAKEN(Kind.CONFLICT, "Another hub already uses this key prefix."),
    HUB_BASE_PATH_TAKEN(Kind.CONFLICT, "Another hub already stands at this base path."),
    HUB_HOST_TAKEN(Kind.CONFLICT, "Another hub is already addressed by this host."),
    HUB_PREFIX_IN_USE(
            Kind.CONFLICT,
            "Keys with the old prefix are in use. Keep the prefix, or revoke them all first."),
    HUB_BUILT_IN(
            Kind.FORBIDDEN,
            "This hub is Keyledger itself. Its profile comes with the release and cannot be"
                    + " replaced."),
    WORKSPACE_UNKNOWN(Kind.ABSENT, "There is no such workspace."),
    WORKSPACE_ID_TAKEN(Kind.CONFLICT, "The workspace exists with other values."),
    WORKSPACE_OWN(
            Kind.CONFLICT,
            "Your own key belongs to this workspace and could not resume it. Use a key of another"
                    + " workspace."),
    EXTERNAL_ID_TAKEN(Kind.CONFLICT, "Another workspace of this hub has this external id."),
    EXTERNAL_ID_INVALID(
            Kind.INVALID,
            "An external id has 1 to 200 characters, none of them control characters."),
    PLAN_UNKNOWN(Kind.INVALID, "The hub has no such plan."),
    NAME_INVALID(
            Kind.INVALID,
            "A name has 1 to 200 characters, none of them control or formatting characters."),
    CAMPAIGN_UNKNOWN(Kind.ABSENT, "There is no such campaign."),
    CAMPAIGN_ID_TAKEN(Kind.CONFLICT, "The campaign exists with other values."),
    CAMPAIGN_EXTERNAL_ID_TAKEN(
            Kind.CONFLICT, "Another campaign of this workspace has this external id."),
    CAMPAIGN_EXTERNAL_ID_INVALID(
            Kind.INVALID,
            "A campaign's external id has 1 to 100 characters as they stand in one segment of a"
                    + " path: no / \\ ; or %, no control or formatting characters, not dots alone."),
    CAMPAIGN_ARCHIVED(Kind.CONFLICT, "The campaign is archived. Create a new one."),
    CAMPAIGN_IN_USE(
            Kind.CONFLICT,
            "Keys that are not revoked are bound to this campaign. Revoke them first."),
    COLLECTION_UNKNOWN(Kind.INVALID, "The hub has no such collection."),
    COLLECTION_MISSING(Kind.INVALID, "The hub has several collections. Name one of them."),
    FIELD_NAME_INVALID(
            Kind.INVALID,
            "A field's name has 1 to 64 letters, digits, hyphens and underscores, the first one a"
                    + " letter. The names id and status are those of every row."),
    LABEL_INVALID(
            Kind.INVALID,
            "Labels, options, statuses and names of selects have 1 to 200 characters, none of them"
                    + " control or formatting characters."),
    SCHEMA_REPEATS(Kind.INVALID, "The schema has this more than once."),
    SELECT_UNKNOWN(
            Kind.INVALID,
            "A field of type select names one of the schema's selects, and no other field names"
                    + " one."),
    SCHEMA_TOO_LARGE(
            Kind.INVALID,
            "A schema has at most 200 fields, 100 selects, 1,000 options in each, and 200"
                    + " statuses."),
    SCHEMA_BREAKS_FILTER(
            Kind.CONFLICT,
            "A filter needs what the new schema no longer has. Change or remove the filter first."),
    FILTER_UNKNOWN(Kind.ABSENT, "The campaign has no such filter."),
    FILTER_NAME_INVALID(
            Kind.INVALID,
            "A filter's name has 1 to 200 characters: no / \\ ; or %, no control or formatting"
                    + " characters, not dots alone."),
    FILTERS_TOO_MANY(Kind.INVALID, "A campaign has at most 1,000 filters."),
    FILTER_TOO_LARGE(
            Kind.INVALID,
            "A filter has 1 to 20 conditions of together at most 2,000 bytes of JSON in ASCII,"
                    + " which fits into a header."),
    FILTER_IN_USE(
            Kind.CONFLICT,
            "Keys that are not revoked are bound to this filter. Revoke them first."),
    CONDITION_FIELD_UNKNOWN(Kind.INVALID, "The campaign's schema has no such field."),
    CONDITION_VALUE_INVALID(
            Kind.INVALID,
            "A condition has values that the field can have: one of its options, a date such as"
                    + " 2027-01-31, a number such as 42, true or false."),
    BINDING_UNKNOWN(
            Kind.INVALID,
            "The workspace has no such campaign, or the campaign has no such filter."),
    KEY_UNKNOWN(Kind.ABSENT, "There is no such key."),
    KEY_ID_TAKEN(Kind.CONFLICT, "The key exists with another secret."),
    KEY_REVOKED(Kind.CONFLICT, "The key is revoked. Issue a new one."),
    KEY_EXPIRED(Kind.CONFLICT, "The key has expired. Issue a new one, or set its expiry first."),
    SCOPE_MISSING(Kind.INVALID, "At least one scope is needed."),
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
            "Metadata has at most 50 entries, names of 1 to 40 characters and values of at most"
                    + " 500."),
    GRACE_NEGATIVE(Kind.INVALID, "The grace period must not be negative."),
    GRACE_TOO_LONG(Kind.INVALID, "The grace period is longer than the hub allows."),
    ROTATION_IN_GRACE(
            Kind.CONFLICT,
            "The secret before the current one is still in its grace period. Wait, or end it now:"
                    + " revoke it or, for an OAuth app, rotate without grace."),
    SECRET_UNKNOWN(Kind.INVALID, "The key never had a secret of this generation."),
    SECRET_STILL_VALID(Kind.CONFLICT, "The grace period of this secret is not over."),
    SECRET_REUSED(Kind.CONFLICT, "This secret has been used before."),
    SECRETS_SHOWN_ONCE(
            Kind.CONFLICT,
            "This hub shows a secret once, in the answer that creates it, and keeps no copy. Rotate"
                    + " the key to get a new secret."),
    SECRET_NOT_KEPT(
            Kind.CONFLICT,
            "No copy of a live secret of this key is kept. Rotate the key to get a new secret."),
    SECRET_NOT_LIVE(Kind.CONFLICT, "The secret has ended meanwhile."),
    OAUTH_NOT_OFFERED(Kind.CONFLICT, "This hub does not offer OAuth."),
    APP_UNKNOWN(Kind.ABSENT, "There is no such OAuth app."),
    APP_ID_TAKEN(Kind.CONFLICT, "The app exists with other values."),
    APP_DELETED(Kind.CONFLICT, "The app was deleted. Register a new one."),
    APP_IS_PUBLIC(Kind.CONFLICT, "A public app has no secret."),
    REDIRECT_URIS_COUNT(Kind.INVALID, "An app has 1 to 20 redirect URIs, each of them once."),
    REDIRECT_URI_INVALID(
            Kind.INVALID,
            "A redirect URI is https, or http to 127.0.0.1, [::1] or localhost, of at most 500"
                    + " characters, without wildcard, user, fragment, relative segments or parameters"
                    + " of OAuth answers, such as code and state."),
    LOGO_INVALID(
            Kind.INVALID,
            "A logo is a data URL of a PNG, JPEG, GIF or WebP image of at most 32 KB. Upload the"
                    + " image: addresses are not fetched."),
    ACCOUNT_UNKNOWN(Kind.ABSENT, "There is no such account."),
    ACCOUNT_ID_TAKEN(Kind.CONFLICT, "The account exists with other values."),
    ACCOUNT_CLOSED(Kind.CONFLICT, "The account is closed. Register a new one."),
    EMAIL_INVALID(
            Kind.INVALID,
            "An email address has the form name@example.com and at most 254 characters."),
    EMAIL_TAKEN(Kind.CONFLICT, "Another account of this hub has this email address."),
    IDENTITY_INVALID(
            Kind.INVALID,
            "An identity has an issuer, which is an https address (or http to this machine) without"
                    + " query, and a subject of 1 to 255 ASCII characters."),
    IDENTITY_TAKEN(Kind.CONFLICT, "Another account of this hub is linked to this identity."),
    PASSWORD_INVALID(Kind.INVALID, "A password has 12 to 128 characters."),
    MEMBER_UNKNOWN(Kind.ABSENT, "The account does not belong to this workspace."),
    GRANT_UNKNOWN(Kind.ABSENT, "There is no such grant."),
    GRANT_ID_TAKEN(Kind.CONFLICT, "The grant exists with another code."),
    GRANT_ENDED(Kind.CONFLICT, "The grant has ended."),
    GRANT_OF_OTHER_APP(Kind.CONFLICT, "The code or token was given to another app."),
    CODE_UNKNOWN(Kind.CONFLICT, "The grant has no such code."),
    CODE_EXPIRED(Kind.CONFLICT, "The code has expired."),
    REDIRECT_URI_MISMATCH(
            Kind.CONFLICT, "The redirect URI is not the one that the code was asked for with."),
    REDIRECT_URI_REMOVED(
            Kind.CONFLICT, "The redirect URI of the code is not, or no longer, registered."),
    CODE_VERIFIER_MISMATCH(Kind.CONFLICT, "The code verifier does not fit the code challenge."),
    PKCE_REQUIRED(Kind.INVALID, "This app has to use PKCE with the method S256."),
    REFRESH_TOKEN_UNKNOWN(Kind.CONFLICT, "The grant has no such refresh token."),
    REFRESH_TOKEN_EXPIRED(Kind.CONFLICT, "The refresh token has expired."),
    BOUND_KEY_MISMATCH(Kind.CONFLICT, "The grant is bound to another DPoP key."),
    SCOPE_NOT_GRANTED(
            Kind.INVALID,
            "A scope was asked for that was not granted, or that the app may not have."),
    TOKEN_LIFETIME_INVALID(
            Kind.INVALID,
            "An access token lives for at most the hub's lifetime of access tokens, and not longer"
                    + " than its grant."),
    TOKEN_UNKNOWN(Kind.INVALID, "The grant never had an access token of this generation.");

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
