package io.keyledger.command.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about the language says what the reader does. */
class HubProfileDocsTest {

    private static final Path PAGE = Path.of("..", "docs", "hub-profiles.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("```yaml\\n(hub: .*?)```", Pattern.DOTALL);

    @Test
    void theCompleteExampleIsAValidProfile() throws IOException {
        List<MatchResult> examples = EXAMPLE.matcher(Files.readString(PAGE)).results().toList();
        assertThat(examples).hasSize(1);

        HubProfile profile = HubProfileReader.read(examples.getFirst().group(1), PAGE.toString());

        assertThat(profile.hub().value()).isEqualTo("acme");
    }

    @Test
    void everyFieldAndEveryRefusalIsOnThePage() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(ProfileSchema.source().path("properties").propertyNames())
                .allSatisfy(field -> assertThat(page).contains("`" + field));
        assertThat(Refusal.values())
                .allSatisfy(refusal -> assertThat(page).contains("`" + Choice.word(refusal) + "`"));
    }
}
