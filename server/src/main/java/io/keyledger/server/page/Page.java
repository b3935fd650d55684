package io.keyledger.server.page;

import io.keyledger.server.oauth.hub.OAuthHub;

/**
 * Something for people that every hub with OAuth has, in the folder of its authorization endpoint.
 */
public sealed interface Page permits ReadPage, FormPage {

    /** Its place in that folder, such as {@code sign-in}. */
    String name(OAuthHub hub);
}
