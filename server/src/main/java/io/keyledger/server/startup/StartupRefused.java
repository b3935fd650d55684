package io.keyledger.server.startup;

import org.jspecify.annotations.Nullable;

/**
 * The process does not start, because what the operator gave it is missing, wrong or unsafe. Shown
 * to the operator as two paragraphs without a stack trace.
 */
public final class StartupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * @param reason what is wrong, naming the setting, file or server concerned; no secret
     * @param action what the operator does about it
     */
    public StartupRefused(String reason, String action) {
        this(reason, action, null);
    }

    /** As above, with what it came from. */
    public StartupRefused(String reason, String action, @Nullable Throwable cause) {
        super(reason, cause);
        this.action = action;
    }

    /** What the operator does about it. */
    public String action() {
        return action;
    }
}
