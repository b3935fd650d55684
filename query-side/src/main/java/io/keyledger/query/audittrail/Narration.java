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
                            "apikey.issued",
                            "Key “{name}” issued with scopes {scopes}; expires: {expiresAt}."),
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
                            "Rotated: secret {secret} takes over; secret {secret<} is accepted until"
                                    + " {previousValidUntil}."),
                    Map.entry(
                            "apikey.secret-retired",
                            "Secret {secret<} retired: its grace period is over."),
                    Map.entry("apikey.secret-revoked", "Secret {secret<} revoked."),
                    Map.entry("apikey.revoked", "Key revoked with all its secrets."));

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(<?)}");

    private Narration() {}

    /** One pass over the sentence: what a value looks like is never read as a placeholder. */
    static String of(String event, List<Change> changes) {
        String sentence = Objects.requireNonNull(SENTENCES.get(event), event);
        return PLACEHOLDER
                .matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement(value(found, changes)));
    }

    private static String value(MatchResult placeholder, List<Change> changes) {
        boolean before = !placeholder.group(2).isEmpty();
        return changes.stream()
                .filter(change -> change.field().equals(placeholder.group(1)))
                .findFirst()
                .map(change -> text(before ? change.before() : change.after()))
                .orElse("none");
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "none";
            case Collection<?> values when values.isEmpty() -> "none";
            case Collection<?> values ->
                    values.stream().map(Object::toString).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }
}
