package io.keyledger.server.password;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.api.rejection.RejectionReason;
import java.text.Normalizer;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes and verifies passwords. Safe for use by many threads: as many hash at a time as there are
 * processors, and the others wait, since each needs its own {@value #MEMORY_KIB} KiB.
 */
public final class AccountPasswords {

    static final int MEMORY_KIB = 19_456;

    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;

    private final PasswordEncoder encoder;
    private final AccountPasswordTable table;
    private final Semaphore turns;
    private final PasswordHash nobodys;

    AccountPasswords(PasswordEncoder encoder, AccountPasswordTable table, int processors) {
        this.encoder = encoder;
        this.table = table;
        this.turns = new Semaphore(processors, true);
        this.nobodys = encode(UUID.randomUUID().toString());
    }

    /**
     * Makes of a new password what travels with the command that sets it.
     *
     * @throws CommandRejected when it is too short or too long
     */
    public PasswordHash hash(String password) {
        return encode(acceptable(password));
    }

    /**
     * Refuses a password that nobody can have, before anything else is done.
     *
     * @throws CommandRejected when it is too short or too long
     */
    public void check(String password) {
        acceptable(password);
    }

    private static String acceptable(String password) {
        String text = normal(password);
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST || length > LONGEST) {
            throw CommandRejected.because(RejectionReason.PASSWORD_INVALID, "password", null);
        }
        return text;
    }

    /**
     * Whether this is the account's password. That takes as long when there is no such account, or
     * when it has no password, so that time does not tell. A hash of weaker parameters than today's
     * is replaced.
     *
     * @param account null when there is none
     */
    public boolean verify(@Nullable AccountId account, String password) {
        Optional<PasswordHash> kept = Optional.ofNullable(account).flatMap(table::find);
        String text = normal(password);
        boolean right = matches(text, kept.orElse(nobodys));
        if (account == null || kept.isEmpty() || !right) {
            return false;
        }
        renew(account, kept.get(), text);
        return true;
    }

    private void renew(AccountId account, PasswordHash kept, String text) {
        if (encoder.upgradeEncoding(kept.value())) {
            table.replace(account, kept, encode(text));
        }
    }

    private boolean matches(String text, PasswordHash hash) {
        return inTurn(() -> encoder.matches(text, hash.value()));
    }

    private PasswordHash encode(String text) {
        return new PasswordHash(inTurn(() -> Objects.requireNonNull(encoder.encode(text))));
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    /** One keyboard writes a letter as one character, another as two (NIST SP 800-63B §3.1.1.2). */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
