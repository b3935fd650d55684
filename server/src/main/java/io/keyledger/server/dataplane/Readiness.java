package io.keyledger.server.dataplane;

import java.util.List;

/** Whether verdicts can be trusted at the moment. Never blocks. */
@FunctionalInterface
public interface Readiness {

    /** Why not, in words for an operator; empty when they can. */
    List<String> reasonsAgainst();
}
