package io.keyledger.server.dataplane;

import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.Refusal;
import io.keyledger.query.usage.UsageMeter;
import io.keyledger.server.hubs.Hubs;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerificationRequest;
import io.keyledger.verdict.profile.CompiledProfile;
import io.keyledger.verdict.profile.RefusalAnswers;
import io.netty.handler.codec.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/**
 * Lets those through who may ask for verdicts: holders of a key of the built-in hub, whose route
 * table has the call. Their key goes the way of every other credential, on every call, so that a
 * revoked one ends at once; and they are refused in the words of that hub.
 */
final class Callers {

    private static final String KEYLEDGER = HubId.KEYLEDGER.value();

    private final Inquiry inquiry;
    private final Hubs hubs;
    private final UsageMeter usage;

    Callers(Inquiry inquiry, Hubs hubs, UsageMeter usage) {
        this.inquiry = inquiry;
        this.hubs = hubs;
        this.usage = usage;
    }

    /**
     * Goes on when the caller's Bearer credential allows this call, and answers otherwise.
     *
     * @param path of the call, without what follows a prefix
     */
    void admit(Exchange exchange, HttpMethod method, String path, Runnable next) {
        String credential;
        try {
            credential = Bearer.credential(exchange.headers());
        } catch (RequestRefused twoOfThem) {
            exchange.answer(HubRefusal.without(words(), Refusal.MALFORMED));
            return;
        }
        admit(exchange, credential, method, path, next);
    }

    /**
     * Goes on when the caller's credential allows this call, and answers otherwise.
     *
     * @param credential null when none was presented
     */
    void admit(
            Exchange exchange,
            @Nullable String credential,
            HttpMethod method,
            String path,
            Runnable next) {
        if (credential == null) {
            exchange.answer(HubRefusal.without(words(), Refusal.NO_CREDENTIAL));
            return;
        }
        VerificationRequest call =
                VerificationRequest.of(KEYLEDGER, method.name(), path, exchange.peer().address());
        inquiry.ask(exchange, credential, call, verdict -> decide(exchange, verdict, next));
    }

    private void decide(Exchange exchange, @Nullable Verdict verdict, Runnable next) {
        if (verdict == null) {
            exchange.answer(HubRefusal.without(words(), Refusal.UNAVAILABLE));
            return;
        }
        usage.count(verdict);
        Refusal refusal = verdict.code().refusal();
        if (refusal == null) {
            next.run();
        } else {
            exchange.answer(HubRefusal.of(words(), refusal, verdict));
        }
    }

    private RefusalAnswers words() {
        CompiledProfile keyledger = hubs.withId(KEYLEDGER);
        return keyledger == null ? RefusalAnswers.standard() : keyledger.refusals();
    }
}
