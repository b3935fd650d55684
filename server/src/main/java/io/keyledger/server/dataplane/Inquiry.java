package io.keyledger.server.dataplane;

import io.keyledger.query.verification.TruthUnavailableException;
import io.keyledger.query.verification.Verifier;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerificationRequest;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the verifier: at once when it has everything in memory, else without waiting. */
final class Inquiry {

    private static final Logger log = LoggerFactory.getLogger(Inquiry.class);
    private static final long LOG_EVERY_NANOS = 10_000_000_000L;

    private final Verifier verifier;
    private final AtomicLong lastLogged = new AtomicLong(System.nanoTime() - LOG_EVERY_NANOS);

    Inquiry(Verifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Passes the verdict on, on the event loop: null when the truth is not known at the moment, for
     * whatever reason. Nobody is told “no” because something failed here.
     */
    void ask(
            Exchange exchange,
            CharSequence credential,
            VerificationRequest request,
            Consumer<? super @Nullable Verdict> next) {
        Verdict resident = resident(credential, request);
        if (resident != null) {
            next.accept(resident);
        } else {
            lookUp(exchange, credential, request, next);
        }
    }

    private @Nullable Verdict resident(CharSequence credential, VerificationRequest request) {
        try {
            return verifier.verifyResident(credential, request);
        } catch (RuntimeException e) {
            report(e);
            return null;
        }
    }

    private void lookUp(
            Exchange exchange,
            CharSequence credential,
            VerificationRequest request,
            Consumer<? super @Nullable Verdict> next) {
        try {
            exchange.whenComplete(
                    verifier.verify(credential, request),
                    (verdict, failure) -> {
                        if (failure != null) {
                            report(failure);
                        }
                        next.accept(failure == null ? verdict : null);
                    });
        } catch (RuntimeException e) {
            report(e);
            next.accept(null);
        }
    }

    /**
     * An outage fails every request, and is logged by whoever has it; the unexpected is logged
     * here.
     */
    private void report(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        if (cause instanceof TruthUnavailableException) {
            return;
        }
        long now = System.nanoTime();
        long last = lastLogged.get();
        if (now - last >= LOG_EVERY_NANOS && lastLogged.compareAndSet(last, now)) {
            log.error("the verifier failed; answered 503", cause);
        }
    }
}
