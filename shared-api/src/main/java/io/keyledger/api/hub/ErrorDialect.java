package io.keyledger.api.hub;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a hub words its refusals.
 *
 * @param mediaType of every error body, such as {@code application/json}
 * @param body the template of bodies whose form has none of its own: a JSON object in which strings
 *     may hold placeholders. {@code {code}}, {@code {text}} and {@code {status}} are filled in from
 *     the form; {@code {scope}}, {@code {retry-after}}, {@code {hub}} and {@code {credential-kind}}
 *     from the request
 * @param forms what is special of a refusal; a refusal without a form takes the engine's wording
 */
public record ErrorDialect(String mediaType, Map<String, Object> body, Map<Refusal, Form> forms) {

    public ErrorDialect {
        forms = Map.copyOf(forms);
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
            @Nullable Map<String, Object> body) {}
}
