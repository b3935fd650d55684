package io.keyledger.command.policy;

/** What may be written where people read it: in consoles, logs, histories and terminals. */
final class Text {

    private static final int EXCERPT = 100;
    private static final int REPLACEMENT = 0xFFFD;

    private Text() {}

    /** Whether {@code text} has 1 to {@code longest} code points. */
    static boolean hasLength(String text, int longest) {
        return !text.isEmpty() && text.codePointCount(0, text.length()) <= longest;
    }

    /** Whether {@code text} stays on its line, reads in one direction and shows something. */
    static boolean isLine(String text) {
        return text.codePoints().noneMatch(Text::isInvisible)
                && text.codePoints().anyMatch(c -> !isSpace(c));
    }

    /** Whether {@code text} is well-formed and has no control characters but breaks and tabs. */
    static boolean isProse(String text) {
        return text.codePoints().noneMatch(c -> isUnsafe(c) && !isBreak(c));
    }

    /** The beginning of {@code text}, with nothing in it that could disturb whoever reads it. */
    static String excerpt(String text) {
        StringBuilder excerpt = new StringBuilder();
        text.codePoints()
                .limit(EXCERPT)
                .map(c -> isInvisible(c) ? REPLACEMENT : c)
                .forEach(excerpt::appendCodePoint);
        boolean whole = text.codePointCount(0, text.length()) <= EXCERPT;
        return whole ? excerpt.toString() : excerpt.append('…').toString();
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> isUnsafe(c);
        };
    }

    /** A surrogate among code points is one without its other half: not a character at all. */
    private static boolean isUnsafe(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }

    private static boolean isBreak(int c) {
        return c == '\t' || c == '\n' || c == '\r';
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
