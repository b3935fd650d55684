package io.keyledger.server.dataplane;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.Delegation;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.WorkspaceStanding;
import java.time.Instant;
import java.util.Set;

/** An accepted verdict as header fields, for the API behind a gateway. */
final class VerdictFields {

    private static final byte[] CREDENTIAL = Answer.name("X-Keyledger-Credential");
    private static final byte[] KIND = Answer.name("X-Keyledger-Kind");
    private static final byte[] CLIENT = Answer.name("X-Keyledger-Client");
    private static final byte[] SUBJECT = Answer.name("X-Keyledger-Subject");
    private static final byte[] WORKSPACE = Answer.name("X-Keyledger-Workspace");
    private static final byte[] HUB = Answer.name("X-Keyledger-Hub");
    private static final byte[] PLAN = Answer.name("X-Keyledger-Plan");
    private static final byte[] SCOPES = Answer.name("X-Keyledger-Scopes");
    private static final byte[] POSITION = Answer.name("X-Keyledger-Position");
    private static final byte[] EXPIRES_AT = Answer.name("X-Keyledger-Expires-At");
    private static final byte[] FILTER = Answer.name("X-Keyledger-Filter");

    private VerdictFields() {}

    static Answer accepted(Verdict verdict) {
        Answer answer = Answer.begin(200);
        Credential credential = verdict.credential();
        WorkspaceStanding standing = verdict.standing();
        if (credential != null) {
            addCredential(answer, credential);
        }
        if (standing != null) {
            answer.field(HUB, standing.hub()).field(PLAN, standing.plan());
        }
        answer.field(POSITION, Positions.of(verdict));
        RateLimitFields.add(answer, verdict);
        return answer;
    }

    private static void addCredential(Answer answer, Credential credential) {
        answer.field(CREDENTIAL, credential.id())
                .field(KIND, credential.kind().label())
                .field(WORKSPACE, credential.workspace());
        Delegation delegation = credential.delegation();
        if (delegation != null) {
            addDelegation(answer, delegation);
        }
        addScopes(answer, credential.scopes());
        if (credential.validUntil() != Credential.FOREVER) {
            answer.field(EXPIRES_AT, Instant.ofEpochMilli(credential.validUntil()).toString());
        }
        AccessFilter filter = credential.filter();
        if (filter != null) {
            answer.field(FILTER, filter, FilterJson::write);
        }
    }

    private static void addDelegation(Answer answer, Delegation delegation) {
        answer.field(CLIENT, delegation.app());
        String account = delegation.account();
        if (account != null) {
            answer.field(SUBJECT, account);
        }
    }

    private static void addScopes(Answer answer, Set<String> scopes) {
        answer.beginField(SCOPES);
        boolean first = true;
        for (String scope : scopes) {
            if (!first) {
                answer.fieldPart(' ');
            }
            first = false;
            answer.fieldPart(scope);
        }
        answer.endField();
    }
}
