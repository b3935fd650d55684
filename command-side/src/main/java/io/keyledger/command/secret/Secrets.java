package io.keyledger.command.secret;

import io.keyledger.api.token.Digest;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that a key or an app has had, and what may still be live of them: the current one,
 * and one before it in its grace period.
 *
 * @param digests of every secret, in the order of their generations, which count from 1
 * @param currentRevoked whether the secret of the newest generation was revoked
 * @param previous the secret that was rotated away and neither retired nor revoked; null when there
 *     is none
 */
public record Secrets(List<Digest> digests, boolean currentRevoked, @Nullable Previous previous) {

    /**
     * A secret in, or just out of, its grace period.
     *
     * @param validUntil the first instant at which it is refused
     */
    public record Previous(int generation, Instant validUntil) {

        public boolean isLive(Instant now) {
            return now.isBefore(validUntil);
        }
    }

    public Secrets {
        digests = List.copyOf(digests);
    }

    public static Secrets startingWith(Digest first) {
        return new Secrets(List.of(first), false, null);
    }

    /** The generation of the newest secret. */
    public int generation() {
        return digests.size();
    }

    public boolean hasKnown(int generation) {
        return generation >= 1 && generation <= generation();
    }

    public boolean wasIssuedWith(Digest digest) {
        return digests.getFirst().equals(digest);
    }

    public boolean isCurrent(Digest digest) {
        return !currentRevoked && digests.getLast().equals(digest);
    }

    public boolean hasUsed(Digest digest) {
        return digests.contains(digest);
    }

    /** Whether a generation is neither retired, nor revoked, nor rotated away twice. */
    public boolean holds(int generation) {
        return generation == generation() ? !currentRevoked : isPrevious(generation);
    }

    public boolean isPrevious(int generation) {
        return previous != null && previous.generation() == generation;
    }

    public boolean isLive(int generation, Instant now) {
        return generation == generation()
                ? !currentRevoked
                : previous != null && isPrevious(generation) && previous.isLive(now);
    }

    /**
     * The secret that stays beside a new one, and until when.
     *
     * <p>It is the current one. But when that was revoked, the one before it is still what the
     * clients use: it keeps its grace, which a rotation can shorten and not lengthen.
     *
     * @param graceEnd when the secret rotated away is to end
     */
    public Previous handOver(Instant now, Instant graceEnd) {
        if (!currentRevoked) {
            return new Previous(generation(), graceEnd);
        }
        if (previous != null && previous.isLive(now)) {
            Instant end = earlier(previous.validUntil(), graceEnd);
            return new Previous(previous.generation(), end);
        }
        return new Previous(generation(), now);
    }

    /** With a new secret beside the one handed over. */
    public Secrets rotated(Digest digest, int handedOver, Instant validUntil) {
        List<Digest> all = Stream.concat(digests.stream(), Stream.of(digest)).toList();
        return new Secrets(
                all, false, holds(handedOver) ? new Previous(handedOver, validUntil) : null);
    }

    /** Without the secret of one generation. */
    public Secrets without(int generation) {
        return generation == generation()
                ? new Secrets(digests, true, previous)
                : new Secrets(digests, currentRevoked, null);
    }

    /** Without any secret. */
    public Secrets revoked() {
        return new Secrets(digests, true, null);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
