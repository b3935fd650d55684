package io.keyledger.command.grant;

import io.keyledger.api.grant.GrantEvent;
import io.keyledger.api.grant.GrantEvent.AccessTokenRevoked;
import io.keyledger.api.grant.GrantEvent.AuthorizationCodeRedeemed;
import io.keyledger.api.grant.GrantEvent.ClientCredentialsGranted;
import io.keyledger.api.grant.GrantEvent.GrantApproved;
import io.keyledger.api.grant.GrantEvent.GrantRevoked;
import io.keyledger.api.grant.GrantEvent.TokensRefreshed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What somebody who only reads the events knows of the tokens, as the verifier's table does. */
final class TokenLedger {

    private final Map<Integer, Instant> ends = new TreeMap<>();

    static TokenLedger reading(List<?> events) {
        TokenLedger ledger = new TokenLedger();
        events.forEach(it -> ledger.read((GrantEvent) it));
        return ledger;
    }

    Set<Integer> open(Instant now) {
        Set<Integer> open = new TreeSet<>();
        ends.forEach((generation, end) -> {
            if (now.isBefore(end)) {
                open.add(generation);
            }
        });
        return open;
    }

    private void read(GrantEvent event) {
        switch (event) {
            case GrantApproved approved -> ends.clear();
            case ClientCredentialsGranted granted -> ends.put(1, granted.accessToken().expiresAt());
            case AuthorizationCodeRedeemed redeemed ->
                    ends.put(1, redeemed.succession().accessToken().expiresAt());
            case TokensRefreshed refreshed ->
                    ends.put(
                            refreshed.generation(),
                            refreshed.succession().accessToken().expiresAt());
            case AccessTokenRevoked revoked -> ends.put(revoked.generation(), Instant.MIN);
            case GrantRevoked revoked -> ends.clear();
        }
    }
}
