package io.keyledger.query.proof;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a ledger was at a moment. Its text is that of a checkpoint of C2SP tlog-checkpoint, with two
 * lines more: the time, and the position of the last entry.
 *
 * @param origin which ledger; no other has the same
 * @param size how many entries it had
 * @param root of the tree over them
 * @param at when that was said, to the microsecond
 * @param position in the ledger of the last of them
 */
public record Checkpoint(String origin, long size, Hash root, Instant at, long position) {

    private static final Pattern NAME = Pattern.compile("[^\\s\\p{C}+]{1,200}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final String TIME = "time ";
    private static final String POSITION = "position ";
    private static final int LINES = 5;

    public Checkpoint {
        if (!NAME.matcher(origin).matches() || size < 1 || position < size) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** What is signed. */
    public String text() {
        return String.join("\n", origin, Long.toString(size), root.base64())
                + "\n%s%s\n%s%d\n".formatted(TIME, at, POSITION, position);
    }

    /**
     * Reads a checkpoint as {@link #text} wrote it.
     *
     * @throws IllegalArgumentException when it is written in any other way
     */
    static Checkpoint read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() != LINES) {
            throw new IllegalArgumentException("a checkpoint has five lines");
        }
        Checkpoint read =
                new Checkpoint(
                        lines.get(0),
                        number(lines.get(1)),
                        Hash.ofBase64(lines.get(2)),
                        instant(after(TIME, lines.get(3))),
                        number(after(POSITION, lines.get(4))));
        if (!read.text().equals(text)) {
            throw new IllegalArgumentException("a checkpoint is written in one way only");
        }
        return read;
    }

    private static long number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("not a number from 1 on");
        }
        return Long.parseLong(text);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not an instant", e);
        }
    }

    private static String after(String word, String line) {
        if (!line.startsWith(word)) {
            throw new IllegalArgumentException("a line begins with " + word);
        }
        return line.substring(word.length());
    }
}
