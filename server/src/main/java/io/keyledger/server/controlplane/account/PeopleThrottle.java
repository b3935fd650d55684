package io.keyledger.server.controlplane.account;

import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.problem.ProblemException;
import io.keyledger.server.throttle.Throttle;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Bounds, for each caller, what could be used to try addresses or to keep the processors hashing.
 * Programs take people in by the hundred, and somebody at a form does not.
 */
@Component
@OnCommandNode
public class PeopleThrottle {

    static final int ADDED_BY_HAND = 100;
    static final Duration BY_HAND = Duration.ofMinutes(15);
    static final int BY_PROGRAM = 600;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Throttle added;
    private final Throttle registered;
    private final Throttle hashed;

    PeopleThrottle(Clock clock) {
        this.added = new Throttle(ADDED_BY_HAND, BY_HAND, clock);
        this.registered = new Throttle(BY_PROGRAM, MINUTE, clock);
        this.hashed = new Throttle(BY_PROGRAM, MINUTE, clock);
    }

    /** Somebody adds a person at a form, whether there is an account for the address or not. */
    public void adding(Caller caller) {
        enter(added, caller);
    }

    void registering(Caller caller) {
        enter(registered, caller);
    }

    void hashing(Caller caller) {
        enter(hashed, caller);
    }

    private static void enter(Throttle throttle, Caller caller) {
        throttle.count(caller.actor())
                .ifPresent(left -> {
                    throw ProblemException.tooMany(left);
                });
    }
}
