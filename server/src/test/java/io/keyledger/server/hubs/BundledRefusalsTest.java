package io.keyledger.server.hubs;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.Refusal;
import io.keyledger.command.profile.BundledHubProfiles;
import io.keyledger.verdict.profile.CompiledProfile;
import io.keyledger.verdict.profile.RefusalAnswer;
import io.keyledger.verdict.profile.RefusalFacts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The errors that the guides list, as the profiles that come with Keyledger word them. */
class BundledRefusalsTest {

    private static final RefusalFacts FACTS =
            new RefusalFacts("x:read", null, 7, Map.of("name", List.of("is required")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    hubnity | INVALID | 401 | {"code":"HUB-API-401","message":"The API key is invalid or has been revoked."}
                    hubnity | INSUFFICIENT_SCOPE | 403 | {"code":"HUB-API-403","message":"This endpoint needs the scope x:read, which this API key does not have."}
                    hubnity | RATE_LIMITED | 429 | {"code":"HUB-API-429","message":"The rate limit is exceeded. Retry after 7 seconds."}
                    nextoria | MALFORMED | 400 | {"error":{"code":"BAD_REQUEST","message":"The request could not be understood. Send one Authorization header, of the form Bearer YOUR_API_KEY.","status":400}}
                    nextoria | INVALID | 401 | {"error":{"code":"UNAUTHORIZED","message":"The API key is invalid or has been revoked.","status":401}}
                    nextoria | INSUFFICIENT_SCOPE | 403 | {"error":{"code":"FORBIDDEN","message":"This API key lacks the scope x:read.","status":403}}
                    nextoria | ROUTE_UNKNOWN | 404 | {"error":{"code":"NOT_FOUND","message":"This endpoint does not exist.","status":404}}
                    nextoria | RESOURCE_NOT_FOUND | 404 | {"error":{"code":"RESOURCE_NOT_FOUND","message":"The resource was not found.","status":404}}
                    nextoria | VALIDATION | 422 | {"error":{"code":"UNPROCESSABLE","message":"Some fields of the request cannot be accepted.","status":422,"fields":{"name":["is required"]}}}
                    nextoria | RATE_LIMITED | 429 | {"error":{"code":"RATE_LIMITED","message":"Too many requests. Retry after 7 seconds.","status":429}}
                    nextoria | INTERNAL | 500 | {"error":{"code":"INTERNAL_ERROR","message":"Server error. Please report it to support.","status":500}}
                    hubhus | NO_CREDENTIAL | 401 | {"message":"Unauthenticated."}
                    hubhus | INVALID | 401 | {"message":"Unauthenticated."}
                    hubhus | EXPIRED | 401 | {"message":"Unauthenticated."}
                    hubhus | INSUFFICIENT_SCOPE | 403 | {"message":"This action is unauthorized."}
                    hubhus | SUSPENDED | 403 | {"message":"This action is unauthorized."}
                    hubhus | VALIDATION | 422 | {"message":"The given data was invalid.","errors":{"name":["is required"]}}
                    hubhus | RATE_LIMITED | 429 | {"message":"Too Many Attempts."}
                    onboardinghub | MALFORMED | 400 | {"error":{"type":"invalid_request","message":"The request could not be understood. Send one Authorization header, of the form Bearer YOUR_ACCESS_TOKEN."}}
                    onboardinghub | NO_CREDENTIAL | 401 | {"error":{"type":"authentication_required","message":"Missing or malformed Authorization header."}}
                    onboardinghub | INVALID | 401 | {"error":{"type":"invalid_token","message":"The API token is invalid or has been revoked."}}
                    onboardinghub | EXPIRED | 401 | {"error":{"type":"token_expired","message":"The API token has expired."}}
                    onboardinghub | NOT_ENTITLED | 403 | {"error":{"type":"forbidden","message":"API access is not enabled for this account. Please upgrade your plan."}}
                    onboardinghub | INSUFFICIENT_SCOPE | 403 | {"error":{"type":"insufficient_scope","message":"This action requires the 'x:read' scope. Your credential does not have this permission."}}
                    onboardinghub | RESOURCE_NOT_FOUND | 404 | {"error":{"type":"not_found","message":"The resource was not found."}}
                    onboardinghub | VALIDATION | 422 | {"error":{"type":"validation_error","message":"Some fields of the request cannot be accepted.","errors":{"name":["is required"]}}}
                    onboardinghub | RATE_LIMITED | 429 | {"error":{"type":"rate_limited","message":"Too many requests. Please retry later."}}
                    """)
    void refusalIsWordedAsTheGuideHasIt(String hub, Refusal refusal, int status, String body) {
        RefusalAnswer answer = CompiledProfile.compile(profile(hub), 1, 1).refusals().of(refusal);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.mediaType()).isEqualTo("application/json");
        assertThat(JsonMapper.shared().readTree(answer.body(FACTS)))
                .as(new String(answer.body(FACTS), StandardCharsets.UTF_8))
                .isEqualTo(JsonMapper.shared().readTree(body));
    }

    private static HubProfile profile(String hub) {
        return BundledHubProfiles.all().stream()
                .filter(profile -> profile.hub().value().equals(hub))
                .findFirst()
                .orElseThrow();
    }
}
