package io.keyledger.command.policy;

import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a policy's answer becomes a refusal of the command: here and nowhere else. */
public final class Policies {

    private Policies() {}

    /**
     * Returns when no policy refuses.
     *
     * @throws CommandRejected for the first refusal
     */
    @SafeVarargs
    public static void uphold(Optional<Rejection>... answers) {
        for (Optional<Rejection> answer : answers) {
            if (answer.isPresent()) {
                throw answer.get().exception();
            }
        }
    }

    /**
     * Returns what a command refers to.
     *
     * @throws CommandRejected when there is no such thing
     */
    public static <T> T existing(
            Optional<T> found, RejectionReason reason, String field, @Nullable Object value) {
        return found.orElseThrow(() -> Rejection.of(reason, field, value).exception());
    }
}
