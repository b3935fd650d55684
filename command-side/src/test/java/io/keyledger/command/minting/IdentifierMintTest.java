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

    @Test
    void noTwoAppsAccountsGrantsOrTokensHaveOneId() {
        assertThat(Stream.generate(mint::oauthAppId).limit(10_000)).doesNotHaveDuplicates();
        assertThat(Stream.generate(mint::accountId).limit(10_000)).doesNotHaveDuplicates();
        assertThat(Stream.generate(mint::grantId).limit(10_000)).doesNotHaveDuplicates();
        assertThat(Stream.generate(mint::tokenId).limit(10_000)).doesNotHaveDuplicates();
    }
}
