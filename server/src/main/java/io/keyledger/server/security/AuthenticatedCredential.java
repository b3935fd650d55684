package io.keyledger.server.security;

import io.keyledger.verdict.Credential;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A credential of the built-in hub that was accepted for the current request. */
public final class AuthenticatedCredential extends AbstractAuthenticationToken {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Credential credential;
    private final transient String presented;

    AuthenticatedCredential(Credential credential, String presented) {
        super(AuthorityUtils.createAuthorityList(credential.scopes()));
        this.credential = credential;
        this.presented = presented;
        setAuthenticated(true);
    }

    @Override
    public Credential getPrincipal() {
        return credential;
    }

    /** What was presented, for sealing answers to it. Never log it. */
    @Override
    public String getCredentials() {
        return presented;
    }

    @Override
    public String getName() {
        return credential.id();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** Leaves what was presented out. */
    @Override
    public String toString() {
        return "AuthenticatedCredential[" + credential.id() + "]";
    }
}
