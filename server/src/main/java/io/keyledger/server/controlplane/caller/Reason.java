package io.keyledger.server.controlplane.caller;

import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why something is done: free text, kept with the entry for ever. */
final class Reason {

    private static final int LONGEST = 500;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private Reason() {}

    static @Nullable String checked(@Nullable String reason) {
        if (reason != null
                && (reason.isBlank()
                        || reason.length() > LONGEST
                        || UNPRINTABLE.matcher(reason).find())) {
            throw ProblemException.of(
                    ProblemCode.INVALID_FIELD,
                    "reason",
                    "A reason has 1 to 500 characters, none of them control characters.");
        }
        return reason;
    }
}
