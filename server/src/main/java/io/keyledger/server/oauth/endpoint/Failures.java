package io.keyledger.server.oauth.endpoint;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.keyledger.query.verification.TruthUnavailableException;
import io.keyledger.server.ledger.LedgerUnavailableException;
import io.keyledger.server.ledger.VersionConflictException;
import io.keyledger.server.oauth.message.OAuthRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What an app is told when its request failed. Nothing of an exception's own words gets out. */
final class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static OAuthRefusal refusal(RuntimeException failure) {
        return switch (failure) {
            case OAuthRefusal refusal -> refusal;
            case VersionConflictException _ -> OAuthRefusal.unavailable();
            case LedgerUnavailableException _,
                    TruthUnavailableException _,
                    DataAccessResourceFailureException _,
                    TransientDataAccessException _,
                    CannotCreateTransactionException _ ->
                    unavailable(failure);
            default -> failed(failure);
        };
    }

    private static OAuthRefusal unavailable(RuntimeException cause) {
        log.warn("the ledger cannot be reached: {}", cause.getMessage());
        return OAuthRefusal.unavailable();
    }

    private static OAuthRefusal failed(RuntimeException cause) {
        log.error("a request failed", cause);
        return OAuthRefusal.of(OAuth2Error.SERVER_ERROR, "The request failed.");
    }
}
