package io.keyledger.verdict.profile;

import io.keyledger.api.hub.Refusal;

/**
 * The engine's own words for a refusal, for hubs that have none.
 *
 * @param code stable, for programs
 * @param text one sentence, for people
 */
record Wording(String code, String text) {

    static Wording of(Refusal refusal) {
        return switch (refusal) {
            case MALFORMED ->
                    new Wording(
                            "invalid_request",
                            "The request must carry one Authorization header with one credential.");
            case INSECURE -> new Wording("https_required", "This API is served over HTTPS only.");
            case NO_CREDENTIAL ->
                    new Wording(
                            "authentication_required",
                            "Send your credential in the header Authorization: Bearer.");
            case INVALID, EXPIRED ->
                    new Wording(
                            "invalid_credential",
                            "The {credential-kind} is invalid or no longer valid.");
            case SUSPENDED -> new Wording("account_suspended", "This account is suspended.");
            case NOT_ENTITLED ->
                    new Wording("plan_without_access", "This account's plan has no API access.");
            case FORBIDDEN_ADDRESS ->
                    new Wording(
                            "address_not_allowed",
                            "This {credential-kind} may not be used from your address.");
            case ROUTE_UNKNOWN -> new Wording("not_found", "There is no such endpoint.");
            case INSUFFICIENT_SCOPE ->
                    new Wording("insufficient_scope", "This request needs the scope {scope}.");
            case RATE_LIMITED ->
                    new Wording(
                            "rate_limited", "Too many requests. Retry in {retry-after} seconds.");
            case RESOURCE_NOT_FOUND -> new Wording("not_found", "There is no such resource.");
            case VALIDATION -> new Wording("validation_failed", "Some fields were not accepted.");
            case INTERNAL -> new Wording("internal_error", "Something went wrong on our side.");
            case UNAVAILABLE ->
                    new Wording(
                            "unavailable",
                            "Credentials cannot be verified at the moment. Please retry.");
        };
    }
}
