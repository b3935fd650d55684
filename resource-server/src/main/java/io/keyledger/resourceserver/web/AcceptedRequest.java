package io.keyledger.resourceserver.web;

import io.keyledger.resourceserver.KeyledgerCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;

/** A request whose principal is its credential. */
final class AcceptedRequest extends HttpServletRequestWrapper {

    private final KeyledgerCredential credential;

    AcceptedRequest(HttpServletRequest request, KeyledgerCredential credential) {
        super(request);
        this.credential = credential;
    }

    @Override
    public Principal getUserPrincipal() {
        return credential;
    }

    @Override
    public String getRemoteUser() {
        return credential.id();
    }
}
