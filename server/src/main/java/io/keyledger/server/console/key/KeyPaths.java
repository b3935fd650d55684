package io.keyledger.server.console.key;

import io.keyledger.server.console.access.ConsolePath;

/** Where the pages of keys stand. */
final class KeyPaths {

    static final String KEYS = ConsolePath.WORKSPACE + "/keys";
    static final String KEY = KEYS + "/{key}";

    private KeyPaths() {}
}
