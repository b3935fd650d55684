package io.keyledger.command.minting;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdentifierMintTest {

    private final IdentifierMint mint = new IdentifierMint(new SecureRandom());

    @Test
    void noTwoKeysHaveOneId() {
        assertThat(Stream.generate(mint::apiKeyId).limit(10_000)).doesNotHaveDuplicates();
    }

    @Test
    void noTwoWorkspacesHaveOneId() {
        assertThat(Stream.generate(mint::workspaceId).limit(10_000)).doesNotHaveDuplicates();
    }
}
