package io.keyledger.resourceserver.web;

import io.keyledger.api.hub.Refusal;
import io.keyledger.resourceserver.judge.Judge;
import io.keyledger.resourceserver.judge.Proof;
import io.keyledger.resourceserver.judge.QuestionRefusedException;
import io.keyledger.resourceserver.judge.TruthUnknownException;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerdictCode;
import io.keyledger.verdict.VerificationRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request on a hub's surface through only when its credential is accepted for it. Whatever
 * goes wrong on the way to a verdict ends in a refusal.
 */
public final class CredentialFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(CredentialFilter.class);

    private final Protection protection;
    private final Judge judge;
    private final HandlerScopes scopes;
    private final HubWords words;

    public CredentialFilter(
            Protection protection, Judge judge, HandlerScopes scopes, HubWords words) {
        this.protection = protection;
        this.judge = judge;
        this.scopes = scopes;
        this.words = words;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Located located = protection.locate(request);
        if (located == null) {
            chain.doFilter(request, response);
            return;
        }
        Accepted accepted = decide(request, response, located);
        if (accepted != null) {
            accepted.keepWith(request);
            pass(accepted, request, response, chain);
        }
    }

    /** Null when the request was refused, and answered. */
    private @Nullable Accepted decide(
            HttpServletRequest request, HttpServletResponse response, Located located)
            throws IOException {
        if (Peer.canBeOverheard(request)) {
            Refusal refusal = words.ofPlainHttp(located.surface().hub());
            if (refusal != null) {
                return refused(response, located, refusal);
            }
        }
        List<String> fields = AuthorizationField.values(request);
        if (fields.size() > 1) {
            return refused(response, located, Refusal.MALFORMED);
        }
        Presented presented = fields.isEmpty() ? null : Presented.in(request, fields.getFirst());
        if (presented == null) {
            return refused(response, located, Refusal.NO_CREDENTIAL);
        }
        try {
            Verdict verdict = judge(presented, question(request, located));
            return decide(verdict, presented.proof() != null, response, located);
        } catch (TruthUnknownException _) {
            return refused(response, located, Refusal.UNAVAILABLE);
        } catch (QuestionRefusedException _) {
            return refused(response, located, Refusal.MALFORMED);
        } catch (RuntimeException e) {
            LOG.error("A request could not be judged; answered 503", e);
            return refused(response, located, Refusal.UNAVAILABLE);
        }
    }

    private Verdict judge(Presented presented, VerificationRequest question) {
        Proof proof = presented.proof();
        return proof == null
                ? judge.judge(presented.credential(), question)
                : judge.judgeProven(presented.credential(), proof, question);
    }

    private @Nullable Accepted decide(
            Verdict verdict, boolean attempted, HttpServletResponse response, Located located)
            throws IOException {
        words.tellBudget(response, verdict);
        Refusal refusal = verdict.code().refusal();
        if (refusal == null) {
            return Accepted.by(located.surface(), verdict);
        }
        String hub = located.surface().hub();
        if (verdict.code() == VerdictCode.PROOF_INVALID) {
            words.refuseUnproven(response, hub, refusal, verdict.facts(), attempted);
        } else {
            words.refuse(response, hub, refusal, verdict.facts());
        }
        return null;
    }

    private @Nullable Accepted refused(
            HttpServletResponse response, Located located, Refusal refusal) throws IOException {
        words.refuse(response, located.surface().hub(), refusal);
        return null;
    }

    private VerificationRequest question(HttpServletRequest request, Located located) {
        boolean routes = protection.routeTable();
        return new VerificationRequest(
                located.surface().hub(),
                routes ? request.getMethod() : null,
                routes ? located.path() : null,
                scopes.required(request),
                1,
                Peer.address(request));
    }

    private void pass(
            Accepted accepted,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        String hub = accepted.surface().hub();
        try {
            chain.doFilter(
                    new AcceptedRequest(request, accepted.credential()),
                    new HubResponse(response, hub, words));
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted()) {
                throw e;
            }
            LOG.error("A request failed", e);
            response.resetBuffer();
            words.refuse(response, hub, Refusal.INTERNAL);
        }
    }
}
