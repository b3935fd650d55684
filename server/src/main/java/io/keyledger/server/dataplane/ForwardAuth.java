package io.keyledger.server.dataplane;

import io.keyledger.server.hubs.Hubs;
import io.keyledger.api.hub.Refusal;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerificationRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/forward-auth}: answers a gateway about the request that it holds, 200 with what the
 * API behind it may know, or with the answer that its client should get, in the hub's own words.
 */
final class ForwardAuth implements Endpoint {

    private final Inquiry inquiry;
    private final Gateways gateways;
    private final Hubs hubs;
    private final Metrics metrics;

    ForwardAuth(Inquiry inquiry, Gateways gateways, Hubs hubs, Metrics metrics) {
        this.inquiry = inquiry;
        this.gateways = gateways;
        this.hubs = hubs;
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
        String credential;
        try {
            credential = Bearer.credential(exchange.headers());
        } catch (RequestRefused twoOfThem) {
            answer(exchange, HubRefusal.without(hub.profile().refusals(), Refusal.MALFORMED));
            return;
        }
        if (credential == null) {
            answer(exchange, HubRefusal.without(hub.profile().refusals(), Refusal.NO_CREDENTIAL));
            return;
        }
        inquiry.ask(
                exchange,
                credential,
                request(original, hub),
                verdict -> answer(exchange, hub, verdict));
    }

    private static VerificationRequest request(OriginalRequest original, ForwardedHub hub) {
        return new VerificationRequest(
                hub.profile().hub(),
                original.method(),
                hub.path(),
                List.of(),
                1,
                original.address());
    }

    private void answer(Exchange exchange, ForwardedHub hub, @Nullable Verdict verdict) {
        if (verdict == null) {
            metrics.unknown();
            answer(exchange, HubRefusal.without(hub.profile().refusals(), Refusal.UNAVAILABLE));
            return;
        }
        metrics.judged(verdict.code());
        Refusal refusal = verdict.code().refusal();
        answer(
                exchange,
                refusal == null
                        ? VerdictFields.accepted(verdict)
                        : HubRefusal.of(hub.profile().refusals(), refusal, verdict));
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
