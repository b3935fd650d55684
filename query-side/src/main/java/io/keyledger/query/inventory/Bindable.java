package io.keyledger.query.inventory;

import org.jspecify.annotations.Nullable;

/**
 * What a key can be bound to.
 *
 * @param campaign its id
 * @param campaignName as people know it
 * @param filter the name of one of the campaign's filters; null for the whole campaign
 */
public record Bindable(String campaign, String campaignName, @Nullable String filter) {}
