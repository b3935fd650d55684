package io.keyledger.command.profile;

import java.util.Locale;

/**
 * How the words of a profile name the constants of an enum: {@code shown-once}, {@code SHOWN_ONCE}.
 */
final class Choice {

    private Choice() {}

    static <E extends Enum<E>> E of(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
