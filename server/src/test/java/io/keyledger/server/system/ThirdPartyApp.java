package io.keyledger.server.system;

import java.net.URI;

/** A running app that people connect with a hub, made of a client that others wrote. */
interface ThirdPartyApp extends AutoCloseable {

    /** What is registered of every such app: it listens on any port. */
    String REDIRECT_URI = "http://127.0.0.1/callback";

    /** Without a slash at the end. */
    String url();

    /** Where people start to connect it, and where its tokens are shown to us in the end. */
    default String connect() {
        return url() + "/connect";
    }

    /** Where the app replaces its tokens by new ones, and shows them. */
    default URI refresh() {
        return URI.create(url() + "/refresh");
    }

    @Override
    void close();
}
