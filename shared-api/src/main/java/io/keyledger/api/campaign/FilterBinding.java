package io.keyledger.api.campaign;

import org.jspecify.annotations.Nullable;

/**
 * What a key is bound to.
 *
 * @param filter the name of the campaign's filter whose rows the key may touch; null for all rows
 *     of the campaign
 */
public record FilterBinding(CampaignId campaign, @Nullable String filter) {}
