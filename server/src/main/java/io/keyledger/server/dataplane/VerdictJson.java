package io.keyledger.server.dataplane;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.Delegation;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.profile.CompiledProfile;
import io.keyledger.verdict.ratelimit.BudgetState;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verdicts as callers of verify read them. A field that is not known is left out. */
final class VerdictJson {

    private static final byte[] CODE = JsonWriter.name("code");
    private static final byte[] CREDENTIAL = JsonWriter.name("credential");
    private static final byte[] KIND = JsonWriter.name("kind");
    private static final byte[] CLIENT = JsonWriter.name("client");
    private static final byte[] SUBJECT = JsonWriter.name("subject");
    private static final byte[] GENERATION = JsonWriter.name("generation");
    private static final byte[] WORKSPACE = JsonWriter.name("workspace");
    private static final byte[] HUB = JsonWriter.name("hub");
    private static final byte[] PLAN = JsonWriter.name("plan");
    private static final byte[] PROFILE_VERSION = JsonWriter.name("profileVersion");
    private static final byte[] SCOPES = JsonWriter.name("scopes");
    private static final byte[] EXPIRES_AT = JsonWriter.name("expiresAt");
    private static final byte[] MISSING_SCOPE = JsonWriter.name("missingScope");
    private static final byte[] RATE_LIMIT = JsonWriter.name("rateLimit");
    private static final byte[] LIMIT = JsonWriter.name("limit");
    private static final byte[] REMAINING = JsonWriter.name("remaining");
    private static final byte[] RETRY_AFTER = JsonWriter.name("retryAfterSeconds");
    private static final byte[] OUT_OF_REACH = JsonWriter.name("costExceedsLimit");
    private static final byte[] RESET = JsonWriter.name("resetSeconds");
    private static final byte[] POSITION = JsonWriter.name("position");

    private VerdictJson() {}

    static void write(JsonWriter json, Verdict verdict) {
        json.beginObject().field(CODE).string(verdict.code().name());
        Credential credential = verdict.credential();
        if (credential != null) {
            write(json, credential, verdict.profile());
        }
        WorkspaceStanding standing = verdict.standing();
        if (standing != null) {
            json.field(HUB).string(standing.hub()).field(PLAN).string(standing.plan());
        }
        CompiledProfile profile = verdict.profile();
        if (profile != null) {
            json.field(PROFILE_VERSION).number(profile.version());
        }
        String missing = verdict.missingScope();
        if (missing != null) {
            json.field(MISSING_SCOPE).string(missing);
        }
        BudgetState budget = verdict.budget();
        if (budget != null) {
            write(json, budget);
        }
        if (credential != null) {
            json.field(POSITION).number(Positions.of(verdict));
        }
        json.endObject();
    }

    private static void write(
            JsonWriter json, Credential credential, @Nullable CompiledProfile profile) {
        json.field(CREDENTIAL)
                .string(credential.id())
                .field(KIND)
                .string(credential.kind().label())
                .field(GENERATION)
                .number(credential.generation())
                .field(WORKSPACE)
                .string(credential.workspace());
        Delegation delegation = credential.delegation();
        if (delegation != null) {
            write(json, delegation);
        }
        writeScopes(json, credential.scopes());
        if (credential.validUntil() != Credential.FOREVER) {
            json.field(EXPIRES_AT).string(Instant.ofEpochMilli(credential.validUntil()).toString());
        }
        AccessFilter filter = credential.filter();
        if (filter != null) {
            FilterJson.write(json, filter, credential.scopes(), profile);
        }
    }

    private static void write(JsonWriter json, Delegation delegation) {
        json.field(CLIENT).string(delegation.app());
        String account = delegation.account();
        if (account != null) {
            json.field(SUBJECT).string(account);
        }
    }

    private static void writeScopes(JsonWriter json, Set<String> scopes) {
        json.field(SCOPES).beginArray();
        for (String scope : scopes) {
            json.string(scope);
        }
        json.endArray();
    }

    private static void write(JsonWriter json, BudgetState budget) {
        json.field(RATE_LIMIT)
                .beginObject()
                .field(LIMIT)
                .number(budget.limit())
                .field(REMAINING)
                .number(budget.remaining());
        if (budget.isOutOfReach()) {
            json.field(OUT_OF_REACH).bool(true);
        } else if (!budget.admitted()) {
            json.field(RETRY_AFTER).number(budget.retryAfterSeconds());
        }
        json.field(RESET).number(budget.resetSeconds()).endObject();
    }
}
