package io.keyledger.query.verification;

import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerificationRequest;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Decides on presented credentials. Safe for use by many threads. */
public interface Verifier {

    /**
     * The verdict, when everything that it needs is in memory and trusted. Never blocks.
     *
     * @return null when something has to be looked up first: then ask {@link #verify}
     */
    @Nullable Verdict verifyResident(CharSequence credential, VerificationRequest request);

    /**
     * The verdict, looked up where necessary. Never blocks the caller.
     *
     * @return a stage that fails with {@link TruthUnavailableException} when the truth cannot be
     *     known at the moment
     */
    CompletionStage<Verdict> verify(CharSequence credential, VerificationRequest request);
}
