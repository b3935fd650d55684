package io.keyledger.command.profile;

import io.keyledger.api.hub.ErrorDialect;
import io.keyledger.api.hub.ErrorDialect.Form;
import io.keyledger.api.hub.Refusal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how a hub words its refusals. */
final class ErrorsReader {

    private static final String USUAL_MEDIA_TYPE = "application/json";

    private ErrorsReader() {}

    static ErrorDialect read(Part errors) {
        Map<Refusal, Form> forms = new EnumMap<>(Refusal.class);
        for (Refusal refusal : Refusal.values()) {
            Part form = errors.field(Choice.word(refusal));
            if (form.isThere()) {
                forms.put(refusal, form(form, refusal));
            }
        }
        @Nullable Map<String, Object> body = body(errors.field("default"), null);
        return new ErrorDialect(
                errors.textOr("media-type", USUAL_MEDIA_TYPE),
                body == null ? Map.of() : body,
                forms);
    }

    private static Form form(Part form, Refusal refusal) {
        if (form.has("text")) {
            Placeholders.inText(refusal).check(form.field("text"));
        }
        return new Form(
                status(form, refusal),
                form.textOrNull("code"),
                form.textOrNull("text"),
                body(form, refusal));
    }

    private static @Nullable Integer status(Part form, Refusal refusal) {
        int status = form.numberOr("status", refusal.status());
        int family = refusal.status() / 100;
        if (status / 100 != family) {
            form.field("status")
                    .complain(
                            "is "
                                    + status
                                    + ". This refusal needs a status from "
                                    + family
                                    + "00 to "
                                    + family
                                    + "99, such as "
                                    + refusal.status()
                                    + ".");
        }
        return form.has("status") ? status : null;
    }

    private static @Nullable Map<String, Object> body(Part form, @Nullable Refusal refusal) {
        if (!form.has("body")) {
            return null;
        }
        checkTexts(form.field("body"), Placeholders.inBody(refusal));
        return form.field("body").jsonObject();
    }

    private static void checkTexts(Part part, Placeholders placeholders) {
        if (part.isText()) {
            placeholders.check(part);
        }
        Placeholders inItems = placeholders.inItems(part.items().size());
        part.items().forEach(item -> checkTexts(item, inItems));
        part.fields().values().forEach(field -> checkTexts(field, placeholders));
    }
}
