package io.keyledger.query.inventory;

/**
 * What dies when an app is deleted.
 *
 * @param grants that can still be used
 * @param people who have given them
 * @param workspaces in which they are
 */
public record LiveGrants(long grants, long people, long workspaces) {}
