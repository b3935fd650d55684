package io.keyledger.query.usage;

/**
 * How much one credential of a workspace was used.
 *
 * @param credential a key, a grant, an app that acts for itself; or the workspace, for those that
 *     were not counted one by one
 */
public record UsedCredential(String credential, long requests, long refused) {}
