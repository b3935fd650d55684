package io.keyledger.verdict;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.verdict.access.AddressBlocks;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a verdict needs to know of one credential. Immutable and compact: a node holds millions.
 *
 * @param id of the key or grant that the credential belongs to
 * @param workspace the id of the workspace that it belongs to
 * @param generation which of the key's secrets this is, from 1
 * @param scopes as granted; what they imply is the profile's to say
 * @param validUntil the first millisecond since the epoch at which the credential is refused;
 *     {@link #FOREVER} when it does not expire
 * @param revoked whether it was revoked or retired
 * @param addresses where it may be used from
 * @param filter the rows that it may touch; null for all of its workspace
 * @param delegation for whom it acts, and who holds it; null for a key
 * @param position of the ledger entry that changed it last
 */
public record Credential(
        String id,
        CredentialKind kind,
        String workspace,
        int generation,
        Set<String> scopes,
        long validUntil,
        boolean revoked,
        AddressBlocks addresses,
        @Nullable AccessFilter filter,
        @Nullable Delegation delegation,
        long position) {

    public static final long FOREVER = Long.MAX_VALUE;

    /** A key. */
    public Credential(
            String id,
            CredentialKind kind,
            String workspace,
            int generation,
            Set<String> scopes,
            long validUntil,
            boolean revoked,
            AddressBlocks addresses,
            @Nullable AccessFilter filter,
            long position) {
        this(
                id,
                kind,
                workspace,
                generation,
                scopes,
                validUntil,
                revoked,
                addresses,
                filter,
                null,
                position);
    }

    /** A key that may touch all rows. */
    public Credential(
            String id,
            CredentialKind kind,
            String workspace,
            int generation,
            Set<String> scopes,
            long validUntil,
            boolean revoked,
            AddressBlocks addresses,
            long position) {
        this(
                id,
                kind,
                workspace,
                generation,
                scopes,
                validUntil,
                revoked,
                addresses,
                null,
                null,
                position);
    }

    /** The thumbprint of the key that a request has to prove; null when it has to prove none. */
    public @Nullable String boundKey() {
        return delegation == null ? null : delegation.boundKey();
    }

    /**
     * Who is counted when it is used: the key, or the grant. An app that acts for itself has a
     * grant for each token: it is counted as the app, or it could buy budget with tokens.
     */
    public String holder() {
        return delegation == null || delegation.account() != null ? id : delegation.app();
    }
}
