package io.keyledger.server.controlplane.campaign;

import io.keyledger.api.access.Condition;
import io.keyledger.api.access.Operator;
import io.keyledger.server.controlplane.Required;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition as it is sent.
 *
 * @param values exactly one, unless the operator is {@code in}
 */
public record ConditionBody(
        @Nullable String field, @Nullable Operator operator, @Nullable List<String> values) {

    Condition condition() {
        String on = Required.field("conditions.field", field);
        Operator by = Required.field("conditions.operator", operator);
        List<String> given = Required.items("conditions.values", values);
        if (given.isEmpty() || (by != Operator.IN && given.size() > 1)) {
            throw ProblemException.of(
                    ProblemCode.INVALID_FIELD,
                    "conditions.values",
                    "The operators equals and not-equals take one value, in takes one or more.");
        }
        return new Condition(on, by, given);
    }
}
