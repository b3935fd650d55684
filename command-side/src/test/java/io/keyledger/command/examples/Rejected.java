package io.keyledger.command.examples;

import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import java.util.Objects;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;
import org.jspecify.annotations.Nullable;

/** A refusal for one reason, and of one field where it is given. */
public final class Rejected extends TypeSafeMatcher<CommandRejected> {

    private final RejectionReason reason;
    private final @Nullable String field;
    private final @Nullable String value;

    private Rejected(RejectionReason reason, @Nullable String field, @Nullable String value) {
        this.reason = reason;
        this.field = field;
        this.value = value;
    }

    public static Rejected because(RejectionReason reason) {
        return new Rejected(reason, null, null);
    }

    public static Rejected because(RejectionReason reason, String field, @Nullable String value) {
        return new Rejected(reason, field, value);
    }

    @Override
    protected boolean matchesSafely(CommandRejected rejected) {
        return rejected.reason() == reason
                && Objects.equals(rejected.field(), field)
                && Objects.equals(rejected.offendingValue(), value);
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("refused: " + reason + " of " + field + " = " + value);
    }

    @Override
    protected void describeMismatchSafely(CommandRejected rejected, Description mismatch) {
        mismatch.appendText(
                "refused: %s of %s = %s"
                        .formatted(rejected.reason(), rejected.field(), rejected.offendingValue()));
    }
}
