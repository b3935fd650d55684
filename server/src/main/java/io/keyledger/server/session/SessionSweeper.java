package io.keyledger.server.session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets sessions that are over. Several nodes may do so at once. */
final class SessionSweeper {

    private static final Logger log = LoggerFactory.getLogger(SessionSweeper.class);

    private final SignInSessions sessions;

    SessionSweeper(SignInSessions sessions) {
        this.sessions = sessions;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void sweep() {
        log.debug("forgot {} sessions", sessions.forgetEnded());
    }
}
