package io.keyledger.server.dataplane;

import io.keyledger.server.hubs.Hubs;
import io.keyledger.verdict.profile.CompiledProfile;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

/**
 * The hub that a forwarded request is for, and the request's path in the hub's own terms.
 *
 * <p>What the gateway's configuration says comes first: {@code hub=} in the URL that it calls,
 * which no client can touch, or the header {@code X-Keyledger-Hub}, which the gateway must
 * overwrite. Only then the host is asked, and at last the base path, which alone is taken off the
 * path.
 */
record ForwardedHub(CompiledProfile profile, String path) {

    private static final AsciiString NAME = AsciiString.cached("x-keyledger-hub");

    /**
     * @throws RequestRefused when no hub serves the request
     */
    static ForwardedHub of(HttpRequest call, OriginalRequest original, Hubs hubs) {
        String named = named(call);
        if (named != null) {
            return found(hubs.withId(named), original.path());
        }
        String host = original.host();
        CompiledProfile atHost = host == null ? null : hubs.atHost(host);
        if (atHost != null) {
            return found(atHost, original.path());
        }
        CompiledProfile atPath = hubs.atPath(original.path());
        return found(atPath, atPath == null ? "" : below(atPath, original.path()));
    }

    /** The hub that the gateway names; null when it names none. */
    static @Nullable String named(HttpRequest call) {
        String inUrl = Target.parameter(call.uri(), "hub");
        String inHeader = Fields.single(call.headers(), NAME);
        if (inUrl != null && inHeader != null && !inUrl.equals(inHeader)) {
            throw new RequestRefused(ErrorCode.ORIGINAL_REQUEST_AMBIGUOUS);
        }
        return inUrl == null ? inHeader : inUrl;
    }

    private static ForwardedHub found(@Nullable CompiledProfile profile, String path) {
        if (profile == null) {
            throw new RequestRefused(ErrorCode.HUB_UNKNOWN);
        }
        return new ForwardedHub(profile, path);
    }

    private static String below(CompiledProfile profile, String path) {
        String rest = path.substring(profile.source().basePath().length());
        return rest.isEmpty() ? "/" : rest;
    }
}
