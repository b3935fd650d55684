package io.keyledger.query.replay;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.Window;
import io.keyledger.api.hub.Route;
import io.keyledger.verdict.Credential;
import io.keyledger.verdict.VerificationRequest;
import io.keyledger.verdict.WorkspaceStanding;
import io.keyledger.verdict.profile.CompiledProfile;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each check found of a credential and a request, in words. It decides nothing. */
final class Reasons implements Explainer.Wording {

    private final Rights rights;
    private final @Nullable PastSecret secret;
    private final VerificationRequest request;

    Reasons(Rights rights, @Nullable PastSecret secret, VerificationRequest request) {
        this.rights = rights;
        this.secret = secret;
        this.request = request;
    }

    @Override
    public String of(Check check, boolean passed) {
        return switch (check) {
            case KNOWN -> known(passed);
            case NOT_REVOKED -> revoked(judged(), passed);
            case NOT_EXPIRED -> expired(judged().credential(), passed);
            case PROOF -> proof(judged().credential());
            case WORKSPACE ->
                    "Workspace %s was %s."
                            .formatted(standing().workspace(), passed ? "active" : "suspended");
            case PLAN -> plan(passed);
            case ADDRESS -> address(judged().credential());
            case ROUTE -> route(judged().credential(), passed);
            case SCOPE -> scope(judged().credential(), passed);
            case RATE_LIMIT -> rateLimit();
        };
    }

    private String known(boolean passed) {
        if (!passed) {
            return secret == null
                    ? "There was no such secret yet."
                    : "Its workspace was not registered.";
        }
        Credential credential = judged().credential();
        return "%s, issued at %s, had it as %s %d."
                .formatted(
                        rights.id(),
                        rights.issuedAt(),
                        credential.delegation() == null ? "secret" : "access token",
                        credential.generation());
    }

    private static String revoked(PastSecret judged, boolean passed) {
        return passed
                ? "It had not been revoked."
                : Objects.requireNonNullElse(judged.dead(), "It had been revoked.");
    }

    private static String expired(Credential credential, boolean passed) {
        if (credential.validUntil() == Credential.FOREVER) {
            return "It had no end.";
        }
        return "It %s accepted until %s."
                .formatted(
                        passed ? "was" : "had been", Instant.ofEpochMilli(credential.validUntil()));
    }

    private String proof(Credential credential) {
        String bound = credential.boundKey();
        String proven = request.provenKey();
        return "It was bound to %s, and the request proved %s."
                .formatted(
                        bound == null ? "no key" : "the key " + bound,
                        proven == null ? "none" : "the key " + proven);
    }

    private String plan(boolean passed) {
        CompiledProfile profile = rights.profile();
        return profile == null
                ? "The hub had no profile yet."
                : "Version %d of the hub's profile gave plan %s %s."
                        .formatted(
                                profile.version(),
                                standing().plan(),
                                passed ? "API access" : "no API access");
    }

    private String address(Credential credential) {
        if (credential.addresses().cidrs().isEmpty()) {
            return "It could be used from anywhere.";
        }
        return "It could be used from %s; the request came from %s."
                .formatted(
                        String.join(", ", credential.addresses().cidrs()),
                        Objects.requireNonNullElse(
                                request.address(), "an address that is not known"));
    }

    private String route(Credential credential, boolean passed) {
        Route route = route();
        AccessFilter filter = credential.filter();
        String asked = request.method() + " " + request.path();
        if (route == null) {
            return "The hub had no route for %s.".formatted(asked);
        }
        if (!passed && filter != null) {
            return "The route did not lead into %s %s, which the key was bound to."
                    .formatted(filter.container(), filter.containerId());
        }
        return "%s was route %s %s.".formatted(asked, route.method(), route.pattern());
    }

    private String scope(Credential credential, boolean passed) {
        Route route = route();
        String required = route == null ? null : route.scope();
        if (required == null) {
            return "The route needed no scope.";
        }
        return "The route needed %s; the scopes were %s, which %s it."
                .formatted(
                        required,
                        credential.scopes().isEmpty()
                                ? "none"
                                : String.join(", ", new TreeSet<>(credential.scopes())),
                        passed ? "give" : "do not give");
    }

    private String rateLimit() {
        RateLimits limits = rights.limits();
        String known =
                limits == null
                        ? "Nothing limited how often."
                        : "The limit was %s for each %s."
                                .formatted(
                                        limits.windows().stream()
                                                .map(Window::inWords)
                                                .collect(Collectors.joining(" and ")),
                                        limits.countedPer().name().toLowerCase(Locale.ROOT));
        return known + " What was left of it then is not on record, and not part of this answer.";
    }

    private @Nullable Route route() {
        String method = request.method();
        String path = request.path();
        CompiledProfile profile = rights.profile();
        return method == null || path == null || profile == null
                ? null
                : profile.route(method, path);
    }

    private PastSecret judged() {
        return Objects.requireNonNull(secret, "nothing was judged");
    }

    private WorkspaceStanding standing() {
        return Objects.requireNonNull(rights.standing(), "no workspace was judged");
    }
}
