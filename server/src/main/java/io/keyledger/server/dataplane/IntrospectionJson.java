package io.keyledger.server.dataplane;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.Delegation;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerdictCode;
import io.keyledger.verdict.WorkspaceStanding;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Verdicts as introspection tells them (RFC 7662 §2.2). Of a credential that is not active it says
 * nothing, not even why.
 */
final class IntrospectionJson {

    /** What a credential may be refused for although it is active. */
    private static final Set<VerdictCode> ACTIVE =
            Set.of(VerdictCode.VALID, VerdictCode.RATE_LIMITED, VerdictCode.FORBIDDEN_ADDRESS);

    private static final byte[] IS_ACTIVE = JsonWriter.name("active");
    private static final byte[] SCOPE = JsonWriter.name("scope");
    private static final byte[] CLIENT_ID = JsonWriter.name("client_id");
    private static final byte[] SUB = JsonWriter.name("sub");
    private static final byte[] TOKEN_TYPE = JsonWriter.name("token_type");
    private static final byte[] EXP = JsonWriter.name("exp");
    private static final byte[] IAT = JsonWriter.name("iat");
    private static final byte[] ISS = JsonWriter.name("iss");
    private static final byte[] CNF = JsonWriter.name("cnf");
    private static final byte[] JKT = JsonWriter.name("jkt");
    private static final byte[] CREDENTIAL = JsonWriter.name("credential");
    private static final byte[] KIND = JsonWriter.name("kind");
    private static final byte[] WORKSPACE = JsonWriter.name("workspace");
    private static final byte[] HUB = JsonWriter.name("hub");
    private static final byte[] PLAN = JsonWriter.name("plan");

    private static final long MILLIS = 1_000;

    private IntrospectionJson() {}

    static void write(JsonWriter json, Verdict verdict, Issuers issuers) {
        Credential credential = verdict.credential();
        WorkspaceStanding standing = verdict.standing();
        if (credential == null || standing == null || !ACTIVE.contains(verdict.code())) {
            json.beginObject().field(IS_ACTIVE).bool(false).endObject();
            return;
        }
        json.beginObject().field(IS_ACTIVE).bool(true);
        json.field(SCOPE).string(String.join(" ", new TreeSet<>(credential.scopes())));
        Delegation delegation = credential.delegation();
        if (delegation == null) {
            json.field(SUB).string(credential.id()).field(TOKEN_TYPE).string("Bearer");
        } else {
            write(json, delegation, issuers.of(standing.hub()));
        }
        if (credential.validUntil() != Credential.FOREVER) {
            json.field(EXP).number(credential.validUntil() / MILLIS);
        }
        json.field(CREDENTIAL).string(credential.id());
        json.field(KIND).string(credential.kind().label());
        json.field(WORKSPACE).string(credential.workspace());
        json.field(HUB).string(standing.hub()).field(PLAN).string(standing.plan());
        AccessFilter filter = credential.filter();
        if (filter != null) {
            FilterJson.write(json, filter, credential.scopes(), verdict.profile());
        }
        json.endObject();
    }

    /** An app that acts for itself is its own subject (RFC 9068 §2.2). */
    private static void write(JsonWriter json, Delegation delegation, @Nullable String issuer) {
        String account = delegation.account();
        json.field(CLIENT_ID).string(delegation.app());
        json.field(SUB).string(account == null ? delegation.app() : account);
        json.field(IAT).number(delegation.issuedAt() / MILLIS);
        if (issuer != null) {
            json.field(ISS).string(issuer);
        }
        String boundKey = delegation.boundKey();
        json.field(TOKEN_TYPE).string(boundKey == null ? "Bearer" : "DPoP");
        if (boundKey != null) {
            json.field(CNF).beginObject().field(JKT).string(boundKey).endObject();
        }
    }
}
