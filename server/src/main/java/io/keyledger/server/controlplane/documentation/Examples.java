package io.keyledger.server.controlplane.documentation;

import io.keyledger.api.campaign.CampaignSchema;
import io.keyledger.api.hub.RowCollection;
import io.keyledger.server.controlplane.documentation.Operation.QueryParameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Example payloads and requests that the key's filter lets through. */
final class Examples {

    private final String baseUrl;
    private final RowCollection collection;
    private final List<FieldDoc> fields;
    private final AdmittedValues admitted;

    /**
     * @param fields of a row, with the status where there is one
     */
    Examples(
            String baseUrl,
            RowCollection collection,
            List<FieldDoc> fields,
            AdmittedValues admitted) {
        this.baseUrl = baseUrl;
        this.collection = collection;
        this.fields = fields;
        this.admitted = admitted;
    }

    Map<String, Object> wholeRow() {
        Map<String, Object> row = new LinkedHashMap<>();
        fields.stream()
                .filter(Examples::canBeFilled)
                .forEach(it -> row.put(it.name(), it.example()));
        return row;
    }

    /** One field; one that the filter says nothing of where there is one. */
    Map<String, Object> partOfARow() {
        return fields.stream()
                .filter(Examples::canBeFilled)
                .min((one, other) ->
                        Boolean.compare(
                                admitted.concern(one.name()), admitted.concern(other.name())))
                .map(field -> Map.of(field.name(), field.example()))
                .orElse(Map.of());
    }

    List<QueryParameter> query() {
        return collection.query().entrySet().stream()
                .flatMap(entry -> parameters(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The list as it is, and narrowed by what has options. */
    List<String> lists(String path) {
        String all = call("GET", path, null);
        return query().stream()
                .filter(parameter -> !parameter.options().isEmpty())
                .findFirst()
                .map(parameter -> List.of(all, call("GET", path + narrowed(parameter), null)))
                .orElse(List.of(all));
    }

    String call(String method, String path, @Nullable Map<String, Object> body) {
        return Curl.command(method, baseUrl + path, body);
    }

    private static String narrowed(QueryParameter parameter) {
        return "?"
                + Curl.encoded(parameter.name())
                + "="
                + Curl.encoded(parameter.options().getFirst());
    }

    private Stream<QueryParameter> parameters(String name, String meaning) {
        if (name.equals(RowCollection.EACH_SELECT)) {
            return fields.stream()
                    .filter(FieldDoc::isSelect)
                    .filter(field -> !field.name().equals(CampaignSchema.STATUS))
                    .map(field ->
                            new QueryParameter(
                                    field.name(),
                                    meaning.replace(RowCollection.LABEL, field.label()),
                                    field.options()));
        }
        if (name.equals(CampaignSchema.STATUS)) {
            return fields.stream()
                    .filter(field -> field.name().equals(CampaignSchema.STATUS))
                    .map(status -> new QueryParameter(name, meaning, status.options()));
        }
        return Stream.of(new QueryParameter(name, meaning, List.of()));
    }

    /** A select without options, or without one that the filter admits, has no value to show. */
    private static boolean canBeFilled(FieldDoc field) {
        return !field.isSelect() || !field.options().isEmpty();
    }
}
