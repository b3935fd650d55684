package io.keyledger.api.hub;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a hub words its refusals.
 *
 * <p>Placeholders: {@code {code}}, {@code {text}} and {@code {status}} are filled in from the form,
 * {@code {hub}} with the hub's title, {@code {credential-kind}} with the hub's own word for a key
 * or with “access token”, {@code {scope}} (insufficient scope only) and {@code {retry-after}}
 * (whole seconds; rate limited and unavailable only) from the request, {@code {errors}} (validation
 * only) with an object of field → messages. A string that is nothing but {@code {status}} or {@code
 * {retry-after}} becomes a number, and {@code {errors}} always stands alone. A list of one item
 * that holds {@code {field}} or {@code {message}} (validation only) has such an item for each
 * message. A text may hold the placeholders {@code {hub}}, {@code {credential-kind}}, {@code
 * {scope}} and {@code {retry-after}}.
 *
 * @param mediaType of every error body, such as {@code application/json}
 * @param body the template of bodies whose form has none of its own: a JSON object, without nulls,
 *     in which strings may hold placeholders; when empty the engine's own, which is a problem (RFC
 *     9457) when the media type is {@code application/problem+json}
 * @param forms what is special of a refusal; a refusal without a form takes the engine's wording,
 *     except that {@link Refusal#EXPIRED} takes that of {@link Refusal#INVALID}, and that
 *     suspension and a forbidden address take the code of {@link Refusal#NOT_ENTITLED}, and an
 *     absent resource that of {@link Refusal#ROUTE_UNKNOWN}
 */
public record ErrorDialect(String mediaType, Map<String, Object> body, Map<Refusal, Form> forms) {

    public ErrorDialect {
        body = Ordered.json(body);
        forms = Ordered.copyOf(forms);
    }

    /**
     * The wording of one refusal.
     *
     * @param status null for the refusal's usual status
     * @param code null for the engine's own code
     * @param text null for the engine's own text
     * @param body null for the dialect's template
     */
    public record Form(
            @Nullable Integer status,
            @Nullable String code,
            @Nullable String text,
            @Nullable Map<String, Object> body) {

        public Form {
            body = body == null ? null : Ordered.json(body);
        }
    }
}
