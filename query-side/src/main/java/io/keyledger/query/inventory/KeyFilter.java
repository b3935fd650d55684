package io.keyledger.query.inventory;

import org.jspecify.annotations.Nullable;

/**
 * Which keys of a workspace are wanted: those for which all that is not null is so.
 *
 * @param status {@link KeyStatus#ACTIVE} takes those with an old secret in grace along
 * @param scope that the key has by name
 * @param campaign that the key is bound to, whole or by a filter
 * @param text a part of the name, or of the hint of a secret, in any case
 */
public record KeyFilter(
        String workspace,
        @Nullable KeyStatus status,
        @Nullable String scope,
        @Nullable String campaign,
        @Nullable String text) {

    /** Whatever is bound to a campaign. */
    public static KeyFilter boundTo(String campaign, String workspace) {
        return new KeyFilter(workspace, null, null, campaign, null);
    }
}
