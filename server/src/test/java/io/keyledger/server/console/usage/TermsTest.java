package io.keyledger.server.console.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.command.profile.BundledHubProfiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What plans of the hubs allow, in words. */
class TermsTest {

    private static HubProfile hub(String id) {
        return BundledHubProfiles.all().stream()
                .filter(it -> it.hub().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hubnity       | enterprise | 100 requests a minute for each key, bursts of 100.",
                "nextoria      | starter    | 60 requests a minute for the whole workspace, bursts of 100.",
                "nextoria      | scale      | 1,000 requests a minute for the whole workspace, bursts of 2,000.",
                "onboardinghub | growth     | 60 requests a minute for each key, bursts of 60; and"
                        + " 500 requests an hour for each key, bursts of 500.",
                "keyledger     | operator   | No rate limit."
            })
    void limitsAreTold(String hub, String plan, String words) {
        assertThat(Terms.limits(hub(hub), plan)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hubnity  | enterprise | The plan enterprise includes API access.",
                "hubnity  | team       | The plan team does not include API access: every request is refused.",
                "hubnity  | gone       | The plan gone does not include API access: every request is refused.",
                "nextoria | starter    | The plan starter includes API access."
            })
    void accessIsTold(String hub, String plan, String words) {
        assertThat(Terms.access(hub(hub), plan)).isEqualTo(words);
    }
}
