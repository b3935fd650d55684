package io.keyledger.command.policy;

import static io.keyledger.api.rejection.RejectionReason.EXTERNAL_ID_INVALID;
import static io.keyledger.api.rejection.RejectionReason.METADATA_INVALID;
import static io.keyledger.api.rejection.RejectionReason.NAME_INVALID;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names and notes are data: they are stored as they came or refused, never trimmed or mended.
 * Control characters could forge lines in a log, formatting characters (Unicode category Cf, with
 * the bidirectional overrides) could make a name read as another.
 */
public final class TextPolicy {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EXTERNAL_ID = 200;
    private static final int MOST_METADATA = 50;
    private static final int LONGEST_METADATA_NAME = 40;
    private static final int LONGEST_METADATA_VALUE = 500;

    private TextPolicy() {}

    public static Optional<Rejection> name(String name) {
        return Rejection.when(!isLine(name, LONGEST_NAME), NAME_INVALID, "name", name);
    }

    /** A workspace may do without an external id. */
    public static Optional<Rejection> externalId(@Nullable String id) {
        boolean refused = id != null && !isLine(id, LONGEST_EXTERNAL_ID);
        return Rejection.when(refused, EXTERNAL_ID_INVALID, "externalId", id);
    }

    public static Optional<Rejection> metadata(Map<String, String> metadata) {
        if (metadata.size() > MOST_METADATA) {
            return Optional.of(Rejection.of(METADATA_INVALID, "metadata", metadata.size()));
        }
        return metadata.entrySet().stream()
                .filter(entry -> !isMetadata(entry.getKey(), entry.getValue()))
                .findFirst()
                .map(entry -> Rejection.of(METADATA_INVALID, "metadata", entry.getKey()));
    }

    private static boolean isMetadata(String name, String value) {
        return isLine(name, LONGEST_METADATA_NAME)
                && (value.isEmpty() || Text.hasLength(value, LONGEST_METADATA_VALUE))
                && Text.isProse(value);
    }

    /** What stands in one segment of a path, percent-encoded where it must be. */
    public static boolean isSegment(String text, int longest) {
        return isLine(text, longest)
                && text.chars().noneMatch(c -> "/\\;%".indexOf(c) >= 0)
                && !text.equals(".")
                && !text.equals("..");
    }

    /** Whether {@code text} is 1 to {@code longest} characters that can be read on one line. */
    public static boolean isLine(String text, int longest) {
        return Text.hasLength(text, longest) && Text.isLine(text);
    }
}
