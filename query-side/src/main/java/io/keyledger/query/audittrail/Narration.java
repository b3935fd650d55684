package io.keyledger.query.audittrail;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in one sentence what an entry of the ledger did. */
final class Narration {

    /**
     * The sentence for each stored event name. {@code {field}} stands for the value after the
     * change and {@code {field<}} for the one before.
     */
    private static final Map<String, String> SENTENCES =
            Map.ofEntries(
                    Map.entry("hub.profile-published", "Profile version {version} published."),
                    Map.entry(
                            "workspace.registered",
                            "Workspace “{name}” registered on plan {plan}."),
                    Map.entry("workspace.renamed", "Workspace renamed from “{name<}” to “{name}”."),
                    Map.entry("workspace.plan-changed", "Plan changed from {plan<} to {plan}."),
                    Map.entry(
                            "workspace.suspended",
                            "Workspace suspended: none of its credentials is accepted."),
                    Map.entry(
                            "workspace.resumed",
                            "Workspace resumed: its live credentials are accepted again."),
                    Map.entry(
                            "campaign.created",
                            "Campaign “{name}” created: {container} {externalId} with {collection}"
                                    + " of {fields}."),
                    Map.entry("campaign.renamed", "Campaign renamed from “{name<}” to “{name}”."),
                    Map.entry(
                            "campaign.schema-changed",
                            "Schema changed: fields from {fields<} to {fields}; selects from"
                                    + " {selects<} to {selects}; statuses from {statuses<} to"
                                    + " {statuses}."),
                    Map.entry(
                            "campaign.filter-defined", "Filter “{filter}” defined: {conditions}."),
                    Map.entry(
                            "campaign.filter-changed",
                            "Filter “{filter}” changed, and with it what its keys may touch: from"
                                    + " {conditions<} to {conditions}."),
                    Map.entry(
                            "campaign.filter-removed",
                            "Filter “{filter<}” removed. It was: {conditions<}."),
                    Map.entry("campaign.archived", "Campaign archived for good."),
                    Map.entry(
                            "apikey.issued",
                            "Key “{name}” issued with scopes {scopes}[ for campaign {campaign}][,"
                                    + " only what “{filter}” admits]; expires: {expiresAt}."),
                    Map.entry("apikey.renamed", "Key renamed from “{name<}” to “{name}”."),
                    Map.entry(
                            "apikey.scopes-changed", "Scopes changed from {scopes<} to {scopes}."),
                    Map.entry(
                            "apikey.expiry-set",
                            "Expiry changed from {expiresAt<} to {expiresAt}."),
                    Map.entry(
                            "apikey.addresses-restricted",
                            "Allowed addresses changed from {allowedCidrs<} to {allowedCidrs}."),
                    Map.entry("apikey.metadata-replaced", "Metadata replaced."),
                    Map.entry(
                            "apikey.rotated",
                            "Rotated: secret {secret} takes over; secret {secret<} is accepted"
                                    + " until {previousValidUntil}."),
                    Map.entry(
                            "apikey.secret-revealed",
                            "Shown again in plain text: secret {revealed}."),
                    Map.entry(
                            "apikey.secret-retired",
                            "Secret {secret<} retired: its grace period is over."),
                    Map.entry("apikey.secret-revoked", "Secret {secret<} revoked."),
                    Map.entry("apikey.revoked", "Key revoked with all its secrets."),
                    Map.entry(
                            "oauthapp.registered",
                            "App “{name}” registered as {type} with scopes {scopes}; it sends"
                                    + " people back to {redirectUris}."),
                    Map.entry("oauthapp.renamed", "App renamed from “{name<}” to “{name}”."),
                    Map.entry("oauthapp.logo-set", "Logo changed; it is now: {logo}."),
                    Map.entry(
                            "oauthapp.redirect-uris-changed",
                            "Redirect URIs changed from {redirectUris<} to {redirectUris}."),
                    Map.entry(
                            "oauthapp.scopes-changed",
                            "Scopes changed from {scopes<} to {scopes}, also for tokens that are"
                                    + " out."),
                    Map.entry(
                            "oauthapp.secret-rotated",
                            "Rotated: client secret {secret} takes over; older ones are accepted"
                                    + " until {previousValidUntil}."),
                    Map.entry("oauthapp.deleted", "App deleted: none of its tokens is accepted."),
                    Map.entry(
                            "account.registered",
                            "Account of “{name}” registered with email {email}[, linked to"
                                    + " {identity}]."),
                    Map.entry("account.renamed", "Account renamed from “{name<}” to “{name}”."),
                    Map.entry(
                            "account.identity-linked",
                            "Identity changed from {identity<} to {identity}."),
                    Map.entry("account.password-set", "Password set."),
                    Map.entry(
                            "account.workspace-joined",
                            "Member of {workspace} as {role}[, no longer as {role<}]."),
                    Map.entry(
                            "account.workspace-left",
                            "No longer {role<} of {workspace<}: tokens for this person there are"
                                    + " refused."),
                    Map.entry(
                            "account.closed",
                            "Account closed: no token for this person is accepted."),
                    Map.entry(
                            "grant.approved",
                            "App {app} may act for {account} with scopes {scopes} until {endsAt}."),
                    Map.entry(
                            "grant.code-redeemed",
                            "Code exchanged: access token {accessToken} with scopes {scopes} is"
                                    + " accepted until {expiresAt}[, the refresh token until"
                                    + " {refreshExpiresAt}]."),
                    Map.entry(
                            "grant.tokens-refreshed",
                            "Refreshed: access token {accessToken} with scopes {scopes} is accepted"
                                    + " until {expiresAt}, the refresh token until"
                                    + " {refreshExpiresAt}."),
                    Map.entry(
                            "grant.client-credentials",
                            "App {app} acts for itself: access token {accessToken} with scopes"
                                    + " {scopes} is accepted until {expiresAt}."),
                    Map.entry("grant.access-token-revoked", "Access token {accessToken<} revoked."),
                    Map.entry("grant.revoked", "Grant ended with its code and tokens: {cause}."));

    private static final String NONE = "none";

    /** A part that is left out when there is nothing to fill in. */
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^]]*)]");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(<?)}");

    private Narration() {}

    /** One pass over the sentence: what a value looks like is never read as a placeholder. */
    static String of(String event, List<Change> changes) {
        String sentence = Objects.requireNonNull(SENTENCES.get(event), event);
        return PLACEHOLDER
                .matcher(withoutEmptyParts(sentence, changes))
                .replaceAll(found -> Matcher.quoteReplacement(text(value(found, changes))));
    }

    private static String withoutEmptyParts(String sentence, List<Change> changes) {
        return OPTIONAL.matcher(sentence)
                .replaceAll(part ->
                        isFilled(part.group(1), changes)
                                ? Matcher.quoteReplacement(part.group(1))
                                : "");
    }

    private static boolean isFilled(String part, List<Change> changes) {
        return PLACEHOLDER.matcher(part).results().allMatch(it -> value(it, changes) != null);
    }

    private static @Nullable Object value(MatchResult placeholder, List<Change> changes) {
        boolean before = !placeholder.group(2).isEmpty();
        for (Change change : changes) {
            if (change.field().equals(placeholder.group(1))) {
                return before ? change.before() : change.after();
            }
        }
        return null;
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> NONE;
            case Collection<?> values when values.isEmpty() -> NONE;
            case Collection<?> values ->
                    values.stream().map(Object::toString).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }
}
