package io.keyledger.resourceserver.web;

import io.keyledger.api.hub.Refusal;

/** Which refusal of a hub is meant when a framework says an HTTP status. */
final class Statuses {

    private Statuses() {}

    static Refusal refusal(int status) {
        return switch (status) {
            case 401 -> Refusal.INVALID;
            case 403 -> Refusal.NOT_ENTITLED;
            case 404, 405 -> Refusal.ROUTE_UNKNOWN;
            case 422 -> Refusal.VALIDATION;
            case 429 -> Refusal.RATE_LIMITED;
            case 503 -> Refusal.UNAVAILABLE;
            default -> status < 500 ? Refusal.MALFORMED : Refusal.INTERNAL;
        };
    }
}
