package io.keyledger.server.dataplane;

import io.keyledger.api.hub.Refusal;
import io.keyledger.server.hubs.Hubs;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerdictCode;
import io.keyledger.verdict.VerificationRequest;
import io.keyledger.verdict.profile.RefusalAnswers;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/forward-auth}: answers a gateway about the request that it holds, 200 with what the
 * API behind it may know, or with the answer that its client should get, in the hub's own words.
 */
final class ForwardAuth implements Endpoint {

    private static final int ONE_REQUEST = 1;

    private final ProvenInquiry inquiry;
    private final Gateways gateways;
    private final Hubs hubs;
    private final FailedRequests failed;
    private final Metrics metrics;

    ForwardAuth(
            ProvenInquiry inquiry,
            Gateways gateways,
            Hubs hubs,
            FailedRequests failed,
            Metrics metrics) {
        this.inquiry = inquiry;
        this.gateways = gateways;
        this.hubs = hubs;
        this.failed = failed;
        this.metrics = metrics;
    }

    @Override
    public boolean answers(HttpMethod method) {
        return Methods.USUAL.contains(method);
    }

    @Override
    public String allowed() {
        return Methods.ALL;
    }

    @Override
    public void handle(Exchange exchange) {
        gateways.admit(exchange, () -> ask(exchange));
    }

    private void ask(Exchange exchange) {
        try {
            HttpRequest call = exchange.request();
            OriginalRequest original = OriginalRequest.of(call);
            ask(exchange, original, ForwardedHub.of(call, original, hubs));
        } catch (RequestRefused refused) {
            answer(exchange, Problems.of(refused));
        }
    }

    private void ask(Exchange exchange, OriginalRequest original, ForwardedHub hub) {
        if (original.overPlainHttp() && hub.profile().source().access().httpsOnly()) {
            answer(exchange, HubRefusal.without(hub.profile().refusals(), Refusal.INSECURE));
            return;
        }
        Presented presented;
        try {
            presented = Presented.in(exchange.headers());
        } catch (RequestRefused twoOfThem) {
            answer(exchange, vain(hub, original, Refusal.MALFORMED));
            return;
        }
        if (presented == null) {
            answer(exchange, vain(hub, original, Refusal.NO_CREDENTIAL));
            return;
        }
        ProofAttempt attempt = presented.underDPoP() ? attempt(exchange, original) : null;
        inquiry.ask(
                exchange,
                presented.credential(),
                request(original, hub),
                attempt,
                verdict -> answer(exchange, original, hub, verdict, attempt != null));
    }

    private static ProofAttempt attempt(Exchange exchange, OriginalRequest original) {
        return new ProofAttempt(
                Presented.proof(exchange.headers()),
                original.method(),
                OriginalUrl.of(exchange.request(), original));
    }

    private static VerificationRequest request(OriginalRequest original, ForwardedHub hub) {
        return new VerificationRequest(
                hub.profile().hub(),
                original.method(),
                hub.path(),
                List.of(),
                ONE_REQUEST,
                original.address());
    }

    private void answer(
            Exchange exchange,
            OriginalRequest original,
            ForwardedHub hub,
            @Nullable Verdict verdict,
            boolean attempted) {
        if (verdict == null) {
            metrics.unknown();
            answer(exchange, HubRefusal.without(hub.profile().refusals(), Refusal.UNAVAILABLE));
            return;
        }
        metrics.judged(verdict, ONE_REQUEST);
        answer(exchange, told(original, hub.profile().refusals(), verdict, attempted));
    }

    /** The answer to a request without anything to judge. */
    private Answer vain(ForwardedHub hub, OriginalRequest original, Refusal refusal) {
        RefusalAnswers words = hub.profile().refusals();
        return failed.count(original.address())
                .map(left -> HubRefusal.tooMany(words, left))
                .orElseGet(() -> HubRefusal.without(words, refusal));
    }

    private Answer told(
            OriginalRequest original, RefusalAnswers words, Verdict verdict, boolean attempted) {
        Refusal refusal = verdict.code().refusal();
        return refusal == null
                ? VerdictFields.accepted(verdict)
                : failed.count(verdict.code(), original.address())
                        .map(left -> HubRefusal.tooMany(words, left))
                        .orElseGet(() -> refused(words, refusal, verdict, attempted));
    }

    private static Answer refused(
            RefusalAnswers words, Refusal refusal, Verdict verdict, boolean attempted) {
        return verdict.code() == VerdictCode.PROOF_INVALID
                ? HubRefusal.unproven(words, refusal, verdict, attempted)
                : HubRefusal.of(words, refusal, verdict);
    }

    private static void answer(Exchange exchange, Answer answer) {
        GatewayDialect.translate(exchange.request(), answer);
        exchange.answer(answer);
    }

    /** The answer to a request that was refused on arrival: the hub's words, if it is known. */
    Answer refusal(HttpRequest call, RequestRefused refused) {
        Answer answer = Problems.of(refused);
        GatewayDialect.translate(call, answer);
        return answer;
    }
}
