package io.keyledger.server.controlplane.documentation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the key may do.
 *
 * @param summary what it does, in a few words
 * @param path of the hub, with the container's own id in it; what is left in braces is the row's
 * @param rowParameter the name of the row's id in the path; null when the path names none
 * @param query the query parameters that narrow the answer
 * @param body an example of what to send; null when nothing is sent
 * @param requiresFields whether a field that a row cannot do without must be sent
 * @param examples command lines that work when pasted
 */
record Operation(
        String method,
        String summary,
        String path,
        @Nullable String rowParameter,
        List<QueryParameter> query,
        @Nullable Map<String, Object> body,
        boolean requiresFields,
        List<String> examples) {

    /**
     * A query parameter.
     *
     * @param options what it is one of; empty when it is anything
     */
    record QueryParameter(String name, String meaning, List<String> options) {}
}
