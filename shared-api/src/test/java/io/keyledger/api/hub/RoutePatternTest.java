package io.keyledger.api.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keyledger.api.hub.RoutePattern.Segment.Literal;
import io.keyledger.api.hub.RoutePattern.Segment.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutePatternTest {

    @Test
    void literalsParametersAndTheRestAreRead() {
        RoutePattern pattern = RoutePattern.parse("/v2/campaigns/{campaign}/leads/**");

        assertThat(pattern.segments())
                .containsExactly(
                        new Literal("v2"),
                        new Literal("campaigns"),
                        new Parameter("campaign"),
                        new Literal("leads"));
        assertThat(pattern.open()).isTrue();
    }

    @Test
    void restAloneIsEverything() {
        assertThat(RoutePattern.parse("/**").segments()).isEmpty();
        assertThat(RoutePattern.parse("/**").open()).isTrue();
    }

    @Test
    void trailingSlashIsAnEmptyLiteral() {
        assertThat(RoutePattern.parse("/a/").segments())
                .containsExactly(new Literal("a"), new Literal(""));
        assertThat(RoutePattern.parse("/").segments()).containsExactly(new Literal(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v1/members | starts with a slash",
                "'' | starts with a slash",
                "/a//b | only the last segment may be empty",
                "//** | only the last segment may be empty",
                "/**/a | ** can only be",
                "/a** | ** can only be",
                "/a{id} | braces hold a name",
                "/{} | braces hold a name",
                "/{1} | braces hold a name",
                "/{id}/x/{id} | {id} stands in it twice",
                "/a/./b | dots alone",
                "/.. | dots alone",
                "/a%20b | none of them encoded",
                "/a b | letters, digits",
                "/a;b | letters, digits",
                "/a?b | letters, digits",
                "/a\\b | letters, digits",
                "/café | letters, digits",
                "/a/* | letters, digits",
            })
    void wrongPatternIsRefusedWithItsCure(String pattern, String cure) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoutePattern.parse(pattern))
                .withMessageContaining(cure);
    }
}
