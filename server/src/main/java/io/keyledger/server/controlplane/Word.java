package io.keyledger.server.controlplane;

import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Constants as JSON has them: in small letters. */
public final class Word {

    private Word() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant that a field names. */
    public static <E extends Enum<E>> E read(String field, Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> unknown(field, type));
    }

    /** As above; what is not there is another constant. */
    public static <E extends Enum<E>> E read(
            String field, Class<E> type, @Nullable String word, E absent) {
        return word == null ? absent : read(field, type, word);
    }

    private static ProblemException unknown(String field, Class<? extends Enum<?>> type) {
        String words =
                Arrays.stream(type.getEnumConstants())
                        .map(Word::of)
                        .collect(Collectors.joining(", "));
        return ProblemException.of(
                ProblemCode.INVALID_FIELD,
                field,
                "The field %s is one of: %s.".formatted(field, words));
    }
}
