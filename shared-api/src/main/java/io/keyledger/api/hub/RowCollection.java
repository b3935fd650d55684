package io.keyledger.api.hub;

/**
 * A collection of rows that an access filter may narrow, such as the leads of a campaign.
 *
 * @param name the collection as the hub calls it: {@code leads}
 * @param container what a filtered credential is bound to, as the hub calls it: {@code campaign}
 * @param parameter the route parameter that names the container: {@code campaign}
 */
public record RowCollection(String name, String container, String parameter) {}
