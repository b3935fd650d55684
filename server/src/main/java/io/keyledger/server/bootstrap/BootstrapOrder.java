package io.keyledger.server.bootstrap;

/** In which order the parts of a first start run. */
public final class BootstrapOrder {

    public static final int PROFILES = 10;
    public static final int REVEAL_KEYS = 15;
    public static final int OPERATOR_KEY = 20;
    public static final int DEMO = 30;
    public static final int GREETING = 40;

    private BootstrapOrder() {}
}
