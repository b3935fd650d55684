package io.keyledger.server.controlplane.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyledger.server.proof.Difference;
import io.keyledger.server.proof.Verification;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A verification of the ledger.
 *
 * @param status {@code running}, {@code sound}, {@code difference}, {@code failed} or {@code
 *     abandoned}
 * @param startedBy who asked for it
 * @param size how many entries are verified
 * @param position in the ledger of the last of them
 * @param checked how many of them were compared
 * @param difference the first that was found; absent without any
 * @param failure why it could not be carried through; absent when it could
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerificationAnswer(
        long id,
        String status,
        Instant startedAt,
        String startedBy,
        long size,
        long position,
        long checked,
        @Nullable Instant finishedAt,
        @Nullable Found difference,
        @Nullable String failure) {

    static VerificationAnswer of(Verification verification) {
        Verification.Result result = verification.result();
        Difference difference = verification.difference();
        return new VerificationAnswer(
                verification.id(),
                result == null ? "running" : result.name().toLowerCase(Locale.ROOT),
                verification.startedAt(),
                verification.startedBy(),
                verification.size(),
                verification.position(),
                verification.checked(),
                verification.finishedAt(),
                difference == null ? null : Found.of(difference),
                verification.explanation());
    }

    /**
     * The first difference.
     *
     * @param position of the entry, or up to which something is wrong
     * @param event the id of the entry, as far as it is known
     * @param checkpoint the size of the checkpoint that shows it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Found(
            Difference.Kind code,
            @Nullable Long position,
            @Nullable String event,
            @Nullable Long checkpoint,
            String explanation) {

        static Found of(Difference difference) {
            return new Found(
                    difference.kind(),
                    difference.position(),
                    difference.event(),
                    difference.checkpoint(),
                    difference.explanation());
        }
    }
}
