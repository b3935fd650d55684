package io.keyledger.command.grant;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a grant is to those who use it: a code, and tokens that follow each other. Says of each
 * command what must come of it, in terms that know nothing of how the aggregate is made.
 */
final class ModelGrant {

    /** A command that was accepted and changed nothing. */
    static final String NOTHING = "nothing";

    private static final Duration ACCESS = Duration.ofHours(1);
    private static final Duration IDLE = Duration.ofDays(30);
    private static final Duration ABSOLUTE = Duration.ofDays(365);

    /** Who comes, and with what. */
    record Caller(boolean isTheApp, boolean hasTheSecret, boolean hasTheProof, boolean isMember) {}

    /** One pair of tokens. */
    private static final class Pair {

        final Instant madeAt;
        final Instant accessEnd;
        final Instant refreshEnd;
        boolean revoked;

        Pair(Instant now, Instant end) {
            madeAt = now;
            accessEnd = earlier(now.truncatedTo(ChronoUnit.SECONDS).plus(ACCESS), end);
            refreshEnd = earlier(now.plus(IDLE), end);
        }
    }

    private final List<Pair> pairs = new ArrayList<>();
    private int code;
    private Instant codeEnd = Instant.MIN;
    private Instant end = Instant.MIN;
    private boolean ended;

    String approve(int number, boolean isMember, Instant now) {
        if (code != 0) {
            return code == number ? NOTHING : "GRANT_ID_TAKEN";
        }
        if (!isMember) {
            return "MEMBER_UNKNOWN";
        }
        code = number;
        codeEnd = now.plusSeconds(60);
        end = now.plus(ABSOLUTE).truncatedTo(ChronoUnit.SECONDS);
        return "GrantApproved";
    }

    String redeem(Caller caller, Instant now) {
        if (!stands(caller).equals(NOTHING)) {
            return stands(caller);
        }
        if (!caller.hasTheSecret()) {
            return "CODE_UNKNOWN";
        }
        if (!caller.hasTheProof()) {
            return "CODE_VERIFIER_MISMATCH";
        }
        if (!pairs.isEmpty()) {
            return stolen();
        }
        if (!now.isBefore(codeEnd)) {
            return "CODE_EXPIRED";
        }
        return give(caller, now, "AuthorizationCodeRedeemed");
    }

    String refresh(int generation, Caller caller, Instant now) {
        if (!stands(caller).equals(NOTHING)) {
            return stands(caller);
        }
        if (generation < 1 || generation > pairs.size() || !caller.hasTheSecret()) {
            return "REFRESH_TOKEN_UNKNOWN";
        }
        boolean newest = generation == pairs.size();
        if (!newest && !mayHaveLostTheAnswer(generation, now)) {
            return stolen();
        }
        if (newest && caller.isMember() && !now.isBefore(pairs.getLast().refreshEnd)) {
            return "REFRESH_TOKEN_EXPIRED";
        }
        if (!newest) {
            return caller.isMember() ? "again " + pairs.size() : "MEMBER_UNKNOWN";
        }
        return give(caller, now, "TokensRefreshed");
    }

    String revokeToken(int generation) {
        if (code == 0) {
            return "GRANT_UNKNOWN";
        }
        if (generation < 1 || generation > pairs.size()) {
            return "TOKEN_UNKNOWN";
        }
        Pair pair = pairs.get(generation - 1);
        boolean changes = !ended && !pair.revoked;
        pair.revoked = true;
        return changes ? "AccessTokenRevoked" : NOTHING;
    }

    String revoke() {
        if (code == 0 || ended) {
            return code == 0 ? "GRANT_UNKNOWN" : NOTHING;
        }
        return stolen();
    }

    /** Whether it may be forgotten that a token was revoked: it opens nothing any more. */
    boolean hasExpired(int generation, Instant now) {
        return !now.isBefore(pairs.get(generation - 1).accessEnd);
    }

    /** The generations whose access tokens open the door. */
    Set<Integer> open(Instant now) {
        Set<Integer> open = new TreeSet<>();
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            if (!ended && !pair.revoked && now.isBefore(pair.accessEnd)) {
                open.add(i + 1);
            }
        }
        return open;
    }

    int generation() {
        return pairs.size();
    }

    boolean hasEnded() {
        return ended;
    }

    private String stands(Caller caller) {
        if (code == 0 || ended) {
            return code == 0 ? "GRANT_UNKNOWN" : "GRANT_ENDED";
        }
        return caller.isTheApp() ? NOTHING : "GRANT_OF_OTHER_APP";
    }

    private boolean mayHaveLostTheAnswer(int generation, Instant now) {
        return generation == pairs.size() - 1
                && now.isBefore(pairs.getLast().madeAt.plusSeconds(10));
    }

    private String give(Caller caller, Instant now, String how) {
        if (!caller.isMember()) {
            return "MEMBER_UNKNOWN";
        }
        pairs.add(new Pair(now, end));
        return how + " " + pairs.size();
    }

    private String stolen() {
        ended = true;
        return "GrantRevoked";
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
