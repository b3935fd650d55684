package io.keyledger.server.controlplane.documentation;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.access.Condition;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a key's filter lets a field be. Options that it does not admit are not shown: they may name
 * other people's vendors.
 */
final class AdmittedValues {

    private final List<Condition> conditions;

    AdmittedValues(@Nullable AccessFilter filter) {
        this.conditions = filter == null ? List.of() : filter.conditions();
    }

    List<String> among(String field, List<String> values) {
        return values.stream().filter(admits(field)).toList();
    }

    /** Whether the filter says anything of a field. */
    boolean concern(String field) {
        return conditions.stream().anyMatch(condition -> condition.field().equals(field));
    }

    /**
     * A value that the filter admits: one that it names, or else the first usual one.
     *
     * @param usual more than a filter can have conditions
     */
    Optional<String> example(String field, Stream<String> usual) {
        Stream<String> named =
                conditions.stream()
                        .filter(condition -> condition.field().equals(field))
                        .flatMap(condition -> condition.values().stream());
        return Stream.concat(named, usual).filter(admits(field)).findFirst();
    }

    /** What the filter asks of rows, in words. */
    List<String> inWords() {
        return conditions.stream().map(AdmittedValues::inWords).toList();
    }

    private Predicate<String> admits(String field) {
        return value ->
                conditions.stream()
                        .filter(condition -> condition.field().equals(field))
                        .allMatch(condition -> condition.admits(value));
    }

    private static String inWords(Condition condition) {
        String values =
                String.join(" or ", condition.values().stream().map(it -> "“" + it + "”").toList());
        return switch (condition.operator()) {
            case EQUALS -> condition.field() + " is " + values;
            case NOT_EQUALS -> condition.field() + " is not " + values;
            case IN -> condition.field() + " is " + values;
        };
    }
}
