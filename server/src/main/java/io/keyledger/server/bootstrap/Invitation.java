package io.keyledger.server.bootstrap;

import java.util.List;

/** Something to try, for the end of the start. */
@FunctionalInterface
public interface Invitation {

    /** Lines for the terminal. */
    List<String> lines();
}
