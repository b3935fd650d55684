package io.keyledger.resourceserver.web;

import io.keyledger.resourceserver.judge.Proof;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a client presents a credential.
 *
 * @param proof that came along; null when the credential came as Bearer
 */
record Presented(String credential, @Nullable Proof proof) {

    private static final String BEARER = "Bearer ";
    private static final String DPOP = "DPoP ";

    /** Null when nothing is presented. */
    static @Nullable Presented in(HttpServletRequest request, String authorization) {
        String bearer = AuthorizationField.credential(authorization, BEARER);
        if (bearer != null) {
            return new Presented(bearer, null);
        }
        String bound = AuthorizationField.credential(authorization, DPOP);
        return bound == null ? null : new Presented(bound, proof(request));
    }

    private static Proof proof(HttpServletRequest request) {
        List<String> proofs = Collections.list(request.getHeaders("DPoP"));
        return new Proof(
                proofs.size() == 1 ? proofs.getFirst() : "",
                request.getMethod(),
                request.getRequestURL().toString());
    }

    /** Without the credential. */
    @Override
    public String toString() {
        return "Presented[" + (proof == null ? BEARER : DPOP).strip() + "]";
    }
}
