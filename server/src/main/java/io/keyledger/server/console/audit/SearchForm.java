package io.keyledger.server.console.audit;

import io.keyledger.server.controlplane.audit.AuditQuestion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The search as its form sends it: a field that is left empty asks for nothing. */
record SearchForm(
        @Nullable String credential,
        @Nullable String workspace,
        @Nullable String actor,
        @Nullable String type,
        @Nullable String from,
        @Nullable String to,
        @Nullable String why) {

    SearchForm {
        credential = said(credential);
        workspace = said(workspace);
        actor = said(actor);
        type = said(type);
        from = said(from);
        to = said(to);
        why = said(why);
    }

    /**
     * The same without a workspace: on the pages of a workspace, its id is taken from their path,
     * and nothing else counts.
     */
    SearchForm anywhere() {
        return new SearchForm(credential, null, actor, type, from, to, why);
    }

    AuditQuestion question() {
        return new AuditQuestion(
                credential,
                workspace,
                actor,
                type,
                LocalMoment.instant(from),
                LocalMoment.instant(to),
                why);
    }

    /** Whether everything is searched for. */
    public boolean isEmpty() {
        return query().isEmpty();
    }

    /** The same search in the query of a link; empty when everything is searched for. */
    public String query() {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("credential", credential);
        fields.put("workspace", workspace);
        fields.put("actor", actor);
        fields.put("type", type);
        fields.put("from", from);
        fields.put("to", to);
        fields.put("why", why);
        return fields.entrySet().stream()
                .filter(it -> it.getValue() != null)
                .map(it -> it.getKey() + "=" + encoded(it.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(@Nullable String text) {
        return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
