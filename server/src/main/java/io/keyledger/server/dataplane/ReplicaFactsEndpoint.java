package io.keyledger.server.dataplane;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.query.verification.ReplicaFeed;
import io.keyledger.query.verification.ReplicaFeed.ReplicaFacts;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.Delegation;
import io.keyledger.verdict.WorkspaceStanding;
import io.netty.handler.codec.http.HttpMethod;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/replica/facts}: all that a verdict on one credential depends on, as the tables
 * have it now. The pepper stays here: the handle is a digest, and no credential.
 */
final class ReplicaFactsEndpoint implements Endpoint {

    private final ReplicaFeed feed;
    private final Callers callers;

    ReplicaFactsEndpoint(ReplicaFeed feed, Callers callers) {
        this.feed = feed;
        this.callers = callers;
    }

    @Override
    public boolean answers(HttpMethod method) {
        return HttpMethod.POST.equals(method);
    }

    @Override
    public String allowed() {
        return "POST";
    }

    @Override
    public void handle(Exchange exchange) {
        callers.admit(exchange, HttpMethod.POST, Endpoints.REPLICA_FACTS, () -> ask(exchange));
    }

    private void ask(Exchange exchange) {
        Question question = ReplicaQuestions.read(exchange, Question.class);
        exchange.whenComplete(
                feed.facts(question.token(), question.hub()),
                (facts, failure) -> {
                    if (facts == null) {
                        exchange.refuse(ErrorCode.UNAVAILABLE);
                    } else {
                        ReplicaQuestions.answer(
                                exchange,
                                facts.map(it -> Told.of(it, question.profileVersion()))
                                        .orElse(Told.NOTHING));
                    }
                });
    }

    /**
     * What a replica wants to know.
     *
     * @param profileVersion of the profile that it has; 0 for none
     */
    record Question(String token, String hub, int profileVersion) {

        /** Leaves the credential out. */
        @Override
        public String toString() {
            return "Question[" + hub + "]";
        }
    }

    /**
     * The body.
     *
     * @param known false when there is no such credential; then there is nothing else
     * @param profile null when the replica has this version
     */
    record Told(
            boolean known,
            @Nullable String handle,
            @Nullable Key credential,
            @Nullable WorkspaceStanding standing,
            int profileVersion,
            long profilePosition,
            @Nullable HubProfile profile) {

        static final Told NOTHING = new Told(false, null, null, null, 0, 0, null);

        static Told of(ReplicaFacts facts, int profileVersion) {
            return new Told(
                    true,
                    facts.handle(),
                    Key.of(facts.credential()),
                    facts.standing(),
                    facts.profileVersion(),
                    facts.profilePosition(),
                    facts.profileVersion() == profileVersion ? null : facts.profile());
        }
    }

    /** A credential. */
    record Key(
            String id,
            String kind,
            String workspace,
            int generation,
            Set<String> scopes,
            long validUntil,
            boolean revoked,
            List<String> allowedCidrs,
            @Nullable AccessFilter filter,
            @Nullable Delegation delegation,
            long position) {

        static Key of(Credential credential) {
            return new Key(
                    credential.id(),
                    credential.kind().label(),
                    credential.workspace(),
                    credential.generation(),
                    credential.scopes(),
                    credential.validUntil(),
                    credential.revoked(),
                    credential.addresses().cidrs(),
                    credential.filter(),
                    credential.delegation(),
                    credential.position());
        }
    }
}
