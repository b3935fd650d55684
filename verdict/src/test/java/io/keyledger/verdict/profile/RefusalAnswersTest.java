package io.keyledger.verdict.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.hub.ErrorDialect;
import io.keyledger.api.hub.ErrorDialect.Form;
import io.keyledger.api.hub.Refusal;
import io.keyledger.verdict.Hubs;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RefusalAnswersTest {

    private static final String JSON = "application/json";

    @Test
    void hubnitySaysCodeAndMessage() {
        RefusalAnswers hubnity =
                dialect(
                        JSON,
                        object("code", "{code}", "message", "{text}"),
                        Map.of(
                                Refusal.INVALID,
                                form("HUB-API-401", "Invalid or revoked API key."),
                                Refusal.RATE_LIMITED,
                                form("HUB-API-429", "Rate limit exceeded.")));

        assertThat(body(hubnity, Refusal.INVALID))
                .isEqualTo(
                        "{\"code\":\"HUB-API-401\",\"message\":\"Invalid or revoked API key.\"}");
        assertThat(hubnity.of(Refusal.INVALID).status()).isEqualTo(401);
        assertThat(hubnity.of(Refusal.INVALID).code()).isEqualTo("HUB-API-401");
        assertThat(hubnity.of(Refusal.RATE_LIMITED).status()).isEqualTo(429);
        assertThat(hubnity.of(Refusal.RATE_LIMITED).mediaType()).isEqualTo(JSON);
    }

    @Test
    void nextoriaNestsAndGivesTheStatusAsANumber() {
        RefusalAnswers nextoria =
                dialect(
                        JSON,
                        object(
                                "error",
                                object(
                                        "code",
                                        "{code}",
                                        "message",
                                        "{text}",
                                        "status",
                                        "{status}")),
                        Map.of(
                                Refusal.ROUTE_UNKNOWN,
                                form("RESOURCE_NOT_FOUND", "There is no such endpoint.")));

        assertThat(body(nextoria, Refusal.ROUTE_UNKNOWN))
                .isEqualTo(
                        "{\"error\":{\"code\":\"RESOURCE_NOT_FOUND\","
                                + "\"message\":\"There is no such endpoint.\",\"status\":404}}");
    }

    @Test
    void onboardingHubNamesTheMissingScope() {
        RefusalAnswers onboardingHub =
                dialect(
                        JSON,
                        object("error", object("type", "{code}", "message", "{text}")),
                        Map.of(
                                Refusal.INSUFFICIENT_SCOPE,
                                form(
                                        "insufficient_scope",
                                        "This action requires the '{scope}' scope. Your credential"
                                                + " does not have this permission.")));

        assertThat(body(onboardingHub, Refusal.INSUFFICIENT_SCOPE, scope("contacts:write")))
                .isEqualTo(
                        "{\"error\":{\"type\":\"insufficient_scope\",\"message\":\"This action"
                                + " requires the 'contacts:write' scope. Your credential does not"
                                + " have this permission.\"}}");
    }

    @Test
    void hubhusSaysAMessageAndListsTheErrorsOfFields() {
        RefusalAnswers hubhus =
                dialect(
                        JSON,
                        object("message", "{text}"),
                        Map.of(
                                Refusal.INVALID,
                                form(null, "Unauthenticated."),
                                Refusal.VALIDATION,
                                new Form(
                                        null,
                                        null,
                                        "The given data was invalid.",
                                        object("message", "{text}", "errors", "{errors}"))));
        RefusalFacts facts = RefusalFacts.errors(Map.of("email", List.of("Not \"an\" email.")));

        assertThat(body(hubhus, Refusal.INVALID)).isEqualTo("{\"message\":\"Unauthenticated.\"}");
        assertThat(body(hubhus, Refusal.VALIDATION, facts))
                .isEqualTo(
                        "{\"message\":\"The given data was invalid.\","
                                + "\"errors\":{\"email\":[\"Not \\\"an\\\" email.\"]}}");
    }

    @Test
    void listOfOneItemHasSuchAnItemForEachError() {
        RefusalAnswers answers =
                dialect(
                        JSON,
                        object("code", "{code}"),
                        Map.of(
                                Refusal.VALIDATION,
                                new Form(
                                        null,
                                        "bad",
                                        null,
                                        object(
                                                "errors",
                                                List.of(
                                                        object(
                                                                "at",
                                                                "/{field}",
                                                                "says",
                                                                "{message}",
                                                                "code",
                                                                "{code}"))))));
        Map<String, List<String>> errors = new LinkedHashMap<>();
        errors.put("email", List.of("Not \"an\" email.", "Too short."));
        errors.put("name", List.of("Missing."));

        assertThat(body(answers, Refusal.VALIDATION, RefusalFacts.errors(errors)))
                .isEqualTo(
                        "{\"errors\":["
                                + "{\"at\":\"/email\",\"says\":\"Not \\\"an\\\" email.\",\"code\":\"bad\"},"
                                + "{\"at\":\"/email\",\"says\":\"Too short.\",\"code\":\"bad\"},"
                                + "{\"at\":\"/name\",\"says\":\"Missing.\",\"code\":\"bad\"}]}");
        assertThat(body(answers, Refusal.VALIDATION, RefusalFacts.NONE))
                .isEqualTo("{\"errors\":[]}");
    }

    @Test
    void apiMaySayWhatItCannotServeInItsOwnWords() {
        RefusalAnswers answers =
                dialect(
                        JSON,
                        object("error", object("message", "{hub}: {text}", "status", "{status}")),
                        Map.of(
                                Refusal.RESOURCE_NOT_FOUND,
                                form("RESOURCE_NOT_FOUND", "The resource was not found."),
                                Refusal.INVALID,
                                form("UNAUTHORIZED", "The key is invalid.")));
        RefusalFacts own = RefusalFacts.NONE.saying("Project \"{hub}\" was not found.");

        assertThat(body(answers, Refusal.RESOURCE_NOT_FOUND, own))
                .isEqualTo(
                        "{\"error\":{\"message\":\"Hubnity: Project \\\"{hub}\\\" was not"
                                + " found.\",\"status\":404}}");
        assertThat(body(answers, Refusal.RESOURCE_NOT_FOUND, RefusalFacts.NONE))
                .isEqualTo(
                        "{\"error\":{\"message\":\"Hubnity: The resource was not found.\",\"status\":404}}");
        assertThat(body(answers, Refusal.INVALID, own)).contains("The key is invalid.");
    }

    @Test
    void formMayHaveItsOwnStatusAndBody() {
        RefusalAnswers answers =
                dialect(
                        JSON,
                        object("code", "{code}"),
                        Map.of(
                                Refusal.NOT_ENTITLED,
                                new Form(
                                        402,
                                        "PAY",
                                        null,
                                        object("pay", List.of(1, true, "{code}")))));

        assertThat(answers.of(Refusal.NOT_ENTITLED).status()).isEqualTo(402);
        assertThat(body(answers, Refusal.NOT_ENTITLED)).isEqualTo("{\"pay\":[1,true,\"PAY\"]}");
    }

    @Test
    void placeholderThatStandsAloneIsANumberAndOneInATextIsNot() {
        RefusalAnswers answers =
                dialect(
                        JSON,
                        object("wait", "{retry-after}", "s", "{status}", "text", "{text}"),
                        Map.of(
                                Refusal.RATE_LIMITED,
                                form("x", "Wait {retry-after} s, {status}, {unknown}.")));

        assertThat(body(answers, Refusal.RATE_LIMITED, RefusalFacts.retryAfter(7)))
                .isEqualTo("{\"wait\":7,\"s\":429,\"text\":\"Wait 7 s, {status}, {unknown}.\"}");
    }

    @Test
    void hubAndKindOfCredentialAreNamed() {
        RefusalAnswers answers =
                dialect(JSON, object("m", "{hub}: this {credential-kind} is not valid"), Map.of());

        assertThat(body(answers, Refusal.INVALID))
                .isEqualTo("{\"m\":\"Hubnity: this API key is not valid\"}");
        assertThat(
                        body(
                                answers,
                                Refusal.INVALID,
                                new RefusalFacts(null, "access token", 0, Map.of())))
                .isEqualTo("{\"m\":\"Hubnity: this access token is not valid\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\\",
                "\",\"admin\":true,\"x\":\"",
                "\n\r\t\b\f\u0000\u001f",
                "</script>",
                "{retry-after}{code}",
                "$1\\1",
                "é\u2028\ud83d\ude00",
            })
    void whatIsFilledInCannotBreakOutOfItsString(String evil) {
        RefusalAnswers answers =
                dialect(
                        JSON,
                        object("fixed", "a{code}b", "open", "a{scope}b"),
                        Map.of(Refusal.INSUFFICIENT_SCOPE, form(evil, null)));
        JsonNode body = json(answers, Refusal.INSUFFICIENT_SCOPE, scope(evil));

        assertThat(body.propertyNames()).containsExactlyInAnyOrder("fixed", "open");
        assertThat(body.get("open").stringValue()).isEqualTo("a" + evil + "b");
        if (!evil.contains("{")) {
            assertThat(body.get("fixed").stringValue()).isEqualTo("a" + evil + "b");
        }
    }

    @Test
    void namesOfMembersAreEscapedToo() {
        RefusalAnswers answers = dialect(JSON, object("a\"b", "{code}"), Map.of());

        assertThat(json(answers, Refusal.INTERNAL, RefusalFacts.NONE).propertyNames())
                .containsExactly("a\"b");
    }

    @Test
    void bodyThatHoldsNothingOfTheRequestIsRenderedOnce() {
        RefusalAnswers answers = dialect(JSON, object("m", "{code}{text}{status}{hub}"), Map.of());
        RefusalAnswer unknown = answers.of(Refusal.ROUTE_UNKNOWN);

        assertThat(unknown.body(RefusalFacts.retryAfter(1)))
                .isSameAs(unknown.body(RefusalFacts.NONE));
    }

    @Test
    void hubWithoutWordsForExpiredDoesNotTellItFromInvalid() {
        RefusalAnswers answers =
                dialect(
                        JSON,
                        object("code", "{code}", "message", "{text}"),
                        Map.of(Refusal.INVALID, new Form(400, "BAD", "Bad.", null)));

        assertThat(body(answers, Refusal.EXPIRED)).isEqualTo(body(answers, Refusal.INVALID));
        assertThat(answers.of(Refusal.EXPIRED).status()).isEqualTo(400);
        assertThat(challenge(answers, Refusal.EXPIRED))
                .isEqualTo(challenge(answers, Refusal.INVALID));
    }

    @Test
    void hubWithWordsForExpiredTellsIt() {
        RefusalAnswers answers =
                dialect(
                        JSON,
                        object("code", "{code}"),
                        Map.of(Refusal.EXPIRED, form("token_expired", null)));

        assertThat(body(answers, Refusal.EXPIRED)).isEqualTo("{\"code\":\"token_expired\"}");
        assertThat(body(answers, Refusal.INVALID)).isEqualTo("{\"code\":\"invalid_credential\"}");
    }

    @Test
    void refusalsWithoutWordsTakeTheCodeOfTheirNextOfKin() {
        RefusalAnswers answers =
                dialect(
                        JSON,
                        object("code", "{code}", "message", "{text}"),
                        Map.of(
                                Refusal.NOT_ENTITLED, form("forbidden", "Upgrade your plan."),
                                Refusal.ROUTE_UNKNOWN, form("not_found", null)));

        assertThat(body(answers, Refusal.SUSPENDED))
                .isEqualTo("{\"code\":\"forbidden\",\"message\":\"This account is suspended.\"}");
        assertThat(answers.of(Refusal.FORBIDDEN_ADDRESS).code()).isEqualTo("forbidden");
        assertThat(answers.of(Refusal.RESOURCE_NOT_FOUND).code()).isEqualTo("not_found");
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void hubWithoutAnyWordsStillAnswersEverything(Refusal refusal) {
        JsonNode body = json(dialect(JSON, Map.of(), Map.of()), refusal, RefusalFacts.NONE);

        assertThat(body.get("code").stringValue()).matches("[a-z_]+");
        assertThat(body.get("message").stringValue()).endsWith(".").doesNotContain("{");
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void problemJsonWithoutTemplateIsAProblem(Refusal refusal) {
        RefusalAnswers standard = RefusalAnswers.standard();
        JsonNode body = json(standard, refusal, RefusalFacts.NONE);

        assertThat(standard.of(refusal).mediaType()).isEqualTo("application/problem+json");
        assertThat(body.propertyNames())
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "code");
        assertThat(body.get("status").intValue()).isEqualTo(refusal.status());
        assertThat(body.get("title").stringValue()).doesNotContain("Error:").isNotBlank();
    }

    @Test
    void challengeWithoutCredentialHasNoErrorCode() {
        assertThat(challenge(plain(), Refusal.NO_CREDENTIAL)).isEqualTo("Bearer realm=\"hubnity\"");
    }

    @Test
    void challengeSaysInvalidToken() {
        assertThat(challenge(plain(), Refusal.INVALID))
                .isEqualTo("Bearer realm=\"hubnity\", error=\"invalid_token\"");
        assertThat(challenge(plain(), Refusal.MALFORMED))
                .isEqualTo("Bearer realm=\"hubnity\", error=\"invalid_request\"");
    }

    @Test
    void challengeNamesTheMissingScope() {
        assertThat(plain().of(Refusal.INSUFFICIENT_SCOPE).challenge(scope("write:projects")))
                .isEqualTo(
                        "Bearer realm=\"hubnity\", error=\"insufficient_scope\","
                                + " scope=\"write:projects\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"", "a\\", "a\r\nX: 1", "a\u0000", "é", "a\u007f"})
    void challengeLeavesOutAScopeThatCouldBreakTheHeader(String scope) {
        assertThat(plain().of(Refusal.INSUFFICIENT_SCOPE).challenge(scope(scope)))
                .isEqualTo("Bearer realm=\"hubnity\", error=\"insufficient_scope\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = Refusal.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MALFORMED", "NO_CREDENTIAL", "INVALID", "EXPIRED", "INSUFFICIENT_SCOPE"})
    void otherRefusalsHaveNoChallenge(Refusal refusal) {
        assertThat(challenge(plain(), refusal)).isNull();
    }

    @Test
    void every401HasAChallenge() {
        RefusalAnswers answers =
                dialect(JSON, Map.of(), Map.of(Refusal.SUSPENDED, new Form(401, null, null, null)));

        assertThat(challenge(answers, Refusal.SUSPENDED)).isEqualTo("Bearer realm=\"hubnity\"");
    }

    private static RefusalAnswers plain() {
        return dialect(JSON, Map.of(), Map.of());
    }

    private static RefusalAnswers dialect(
            String mediaType, Map<String, Object> body, Map<Refusal, Form> forms) {
        ErrorDialect errors = new ErrorDialect(mediaType, body, forms);
        return CompiledProfile.compile(Hubs.withErrors(errors), 1, 1).refusals();
    }

    private static Form form(@Nullable String code, @Nullable String text) {
        return new Form(null, code, text, null);
    }

    private static RefusalFacts scope(String scope) {
        return new RefusalFacts(scope, null, 0, Map.of());
    }

    private static @Nullable String challenge(RefusalAnswers answers, Refusal refusal) {
        return answers.of(refusal).challenge(RefusalFacts.NONE);
    }

    private static String body(RefusalAnswers answers, Refusal refusal) {
        return body(answers, refusal, RefusalFacts.NONE);
    }

    private static String body(RefusalAnswers answers, Refusal refusal, RefusalFacts facts) {
        return new String(answers.of(refusal).body(facts), StandardCharsets.UTF_8);
    }

    private static JsonNode json(RefusalAnswers answers, Refusal refusal, RefusalFacts facts) {
        return JsonMapper.shared().readTree(answers.of(refusal).body(facts));
    }

    /** In the order written, as a profile is. */
    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
