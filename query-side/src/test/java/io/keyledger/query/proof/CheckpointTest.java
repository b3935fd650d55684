package io.keyledger.query.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final String ORIGIN = "keyledger/1";
    private static final Checkpoint CHECKPOINT =
            new Checkpoint(ORIGIN, 3, Hash.EMPTY, Instant.parse("2026-11-25T08:00:00.123456Z"), 5);

    private final KeyPair pair = pair();
    private final CheckpointKey key = key(pair, ORIGIN);
    private final SignedCheckpoint signed =
            SignedCheckpoint.sign(CHECKPOINT, pair.getPrivate(), key);

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CheckpointKey key(KeyPair pair, String name) {
        byte[] encoded = pair.getPublic().getEncoded();
        return CheckpointKey.of(
                name,
                Arrays.copyOfRange(encoded, encoded.length - CheckpointKey.LENGTH, encoded.length));
    }

    @Test
    void theTextIsThatOfACheckpointOfC2sp() {
        assertThat(signed.note())
                .startsWith(
                        """
                        keyledger/1
                        3
                        47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
                        time 2026-11-25T08:00:00.123456Z
                        position 5

                        \u2014 keyledger/1\
                        """)
                .endsWith("\n");
    }

    /** The example of the C2SP specification of signed notes. */
    @Test
    void theKeyIsPublishedAsTheSpecificationHasIt() {
        CheckpointKey example =
                CheckpointKey.of(
                        "example.com/foo",
                        Arrays.copyOfRange(
                                Base64.getDecoder()
                                        .decode("AWpU1PDiJHYoEoQlSZFBpBqE6hAVuDARxWKMuDqYb8H6"),
                                1,
                                33));

        assertThat(example.published())
                .matches(
                        "example\\.com/foo\\+[0-9a-f]{8}\\+AWpU1PDiJHYoEoQlSZFBpBqE6hAVuDARxWKMuDqYb8H6");
    }

    @Test
    void whatWasWrittenIsReadBack() {
        SignedCheckpoint read = SignedCheckpoint.read(signed.note());

        assertThat(read).isEqualTo(signed);
        assertThat(read.isSignedBy(List.of(key(pair(), ORIGIN), key))).isTrue();
    }

    @Test
    void anotherKeyHasNotSignedItNorHasTheSameUnderAnotherName() {
        assertThat(signed.isSignedBy(List.of())).isFalse();
        assertThat(signed.isSignedBy(List.of(key(pair(), ORIGIN)))).isFalse();
        assertThat(signed.isSignedBy(List.of(key(pair, "keyledger/2")))).isFalse();
    }

    /** Each character of it counts: changed, it is no note any more, or not signed. */
    @Test
    void nothingInANoteCanBeChanged() {
        for (int at = 0; at < signed.note().length(); at++) {
            StringBuilder changed = new StringBuilder(signed.note());
            changed.setCharAt(at, changed.charAt(at) == 'A' ? 'B' : 'A');
            assertThat(isAccepted(changed.toString())).as(changed.toString()).isFalse();
        }
        assertThat(isAccepted(signed.note())).isTrue();
    }

    private boolean isAccepted(String note) {
        try {
            return SignedCheckpoint.read(note).isSignedBy(List.of(key));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "a\n3\n", "a\n1\nb\ntime c\nposition 1\n\n\u2014 a AAAA\n"})
    void whatIsNoNoteIsNotRead(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SignedCheckpoint.read(text));
    }

    @Test
    void numbersAreWrittenInOneWayOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checkpoint.read(CHECKPOINT.text().replace("\n3\n", "\n03\n")));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Checkpoint.read(CHECKPOINT.text().replace("position 5", "position 2")));
    }
}
