package io.keyledger.verdict.profile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON body of which only that is open which the request alone knows: pieces of finished JSON
 * with a slot between each two.
 */
final class BodyTemplate {

    private final List<String> pieces;
    private final List<Function<RefusalFacts, String>> slots;
    private final byte @Nullable [] finished;

    /**
     * @param pieces one more than {@code slots}
     * @param slots what each renders is JSON
     */
    BodyTemplate(List<String> pieces, List<Function<RefusalFacts, String>> slots) {
        this.pieces = List.copyOf(pieces);
        this.slots = List.copyOf(slots);
        this.finished = slots.isEmpty() ? utf8(pieces.getFirst()) : null;
    }

    /** The body in UTF-8; the same array each time when there is no slot. */
    byte[] render(RefusalFacts facts) {
        return finished == null ? utf8(joined(facts)) : finished;
    }

    /** As text, to be part of another body. */
    String joined(RefusalFacts facts) {
        StringBuilder body = new StringBuilder(pieces.getFirst());
        for (int i = 0; i < slots.size(); i++) {
            body.append(slots.get(i).apply(facts)).append(pieces.get(i + 1));
        }
        return body.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
