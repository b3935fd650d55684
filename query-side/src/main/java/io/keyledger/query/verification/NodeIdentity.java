package io.keyledger.query.verification;

import io.keyledger.api.token.Base62;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One run of one node. Two runs never share a name, even if somebody gives two nodes the same: one
 * would vouch for the other.
 */
record NodeIdentity(String name, Duration lease) {

    private static final int SUFFIX_LENGTH = 8;

    static NodeIdentity of(VerificationSettings settings) {
        StringBuilder name = new StringBuilder(settings.nodeName()).append('~');
        ThreadLocalRandom.current()
                .ints(SUFFIX_LENGTH, 0, Base62.DIGITS.length())
                .forEach(digit -> name.append(Base62.DIGITS.charAt(digit)));
        return new NodeIdentity(name.toString(), settings.lease());
    }

    NodeMessage.Beat beat(long sentAt) {
        return new NodeMessage.Beat(name, sentAt, lease.toMillis());
    }
}
