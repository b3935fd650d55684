package io.keyledger.server.controlplane.documentation;

import io.keyledger.server.controlplane.documentation.Operation.QueryParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The documentation of a key as OpenAPI 3.1, to generate clients and examples from. */
final class OpenApiDocument {

    private static final String SECURITY = "token";

    private final Map<String, Object> paths = new LinkedHashMap<>();
    private final Map<String, Object> schemas = new LinkedHashMap<>();

    private OpenApiDocument() {}

    static Map<String, Object> of(KeyDoc doc) {
        OpenApiDocument document = new OpenApiDocument();
        List<CampaignDoc> campaigns = doc.campaigns();
        for (int i = 0; i < campaigns.size(); i++) {
            document.add(campaigns.get(i), i + 1);
        }
        return document.whole(doc);
    }

    private Map<String, Object> whole(KeyDoc doc) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("openapi", "3.1.0");
        whole.put("info", Map.of("title", doc.title(), "version", "1"));
        whole.put("servers", List.of(Map.of("url", doc.baseUrl())));
        whole.put("security", List.of(Map.of(SECURITY, List.of())));
        whole.put("paths", paths);
        whole.put(
                "components",
                Map.of(
                        "schemas",
                        schemas,
                        "securitySchemes",
                        Map.of(SECURITY, Map.of("type", "http", "scheme", "bearer"))));
        return whole;
    }

    private void add(CampaignDoc campaign, int number) {
        String name = "row" + number;
        schemas.put(name, schema(campaign, true));
        schemas.put(name + "Change", schema(campaign, false));
        for (Operation operation : campaign.operations()) {
            item(operation.path())
                    .put(
                            operation.method().toLowerCase(Locale.ROOT),
                            operation(operation, campaign, name));
        }
    }

    @SuppressWarnings("unchecked") // only item() puts something in
    private Map<String, Object> item(String path) {
        return (Map<String, Object>) paths.computeIfAbsent(path, _ -> new LinkedHashMap<>());
    }

    private static Map<String, Object> operation(
            Operation operation, CampaignDoc campaign, String schema) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("summary", operation.summary());
        described.put("tags", List.of(campaign.name()));
        described.put("parameters", parameters(operation));
        Map<String, Object> body = operation.body();
        if (body != null) {
            String form = operation.requiresFields() ? schema : schema + "Change";
            described.put("requestBody", requestBody(form, body));
        }
        described.put("responses", responses(operation));
        return described;
    }

    private static List<Object> parameters(Operation operation) {
        List<Object> parameters = new ArrayList<>();
        String row = operation.rowParameter();
        if (row != null) {
            parameters.add(
                    Map.of(
                            "name",
                            row,
                            "in",
                            "path",
                            "required",
                            true,
                            "schema",
                            Map.of("type", "string")));
        }
        operation.query().stream().map(OpenApiDocument::parameter).forEach(parameters::add);
        return parameters;
    }

    private static Map<String, Object> parameter(QueryParameter parameter) {
        return Map.of(
                "name", parameter.name(),
                "in", "query",
                "description", parameter.meaning(),
                "schema", text(parameter.options()));
    }

    private static Map<String, Object> requestBody(String schema, Map<String, Object> example) {
        return Map.of(
                "required",
                true,
                "content",
                Map.of(
                        "application/json",
                        Map.of(
                                "schema",
                                Map.of("$ref", "#/components/schemas/" + schema),
                                "example",
                                example)));
    }

    private static Map<String, Object> responses(Operation operation) {
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("2XX", Map.of("description", "Done"));
        responses.put("401", Map.of("description", "The token is missing, unknown or revoked"));
        responses.put("404", Map.of("description", "There is nothing here that the token may see"));
        if (operation.body() != null) {
            responses.put(
                    "422", Map.of("description", "Some fields cannot be accepted from this token"));
        }
        responses.put("429", Map.of("description", "Too many requests; wait for Retry-After"));
        return responses;
    }

    private static Map<String, Object> schema(CampaignDoc campaign, boolean isWhole) {
        Map<String, Object> properties = new LinkedHashMap<>();
        campaign.fields().forEach(field -> properties.put(field.name(), property(field)));
        if (!campaign.statuses().isEmpty()) {
            properties.put("status", text(campaign.statuses()));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("title", campaign.name());
        schema.put("properties", properties);
        List<String> required =
                campaign.fields().stream().filter(FieldDoc::required).map(FieldDoc::name).toList();
        if (isWhole && !required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static Map<String, Object> property(FieldDoc field) {
        Map<String, Object> property = new LinkedHashMap<>(type(field));
        property.put("title", field.label());
        return property;
    }

    private static Map<String, Object> type(FieldDoc field) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT, PHONE -> Map.of("type", "string");
            case EMAIL -> Map.of("type", "string", "format", "email");
            case URL -> Map.of("type", "string", "format", "uri");
            case DATE -> Map.of("type", "string", "format", "date");
            case DATE_TIME -> Map.of("type", "string", "format", "date-time");
            case NUMBER -> Map.of("type", "number");
            case CHECKBOX -> Map.of("type", "boolean");
            case SELECT -> text(field.options());
        };
    }

    private static Map<String, Object> text(List<String> options) {
        return options.isEmpty()
                ? Map.of("type", "string")
                : Map.of("type", "string", "enum", options);
    }
}
