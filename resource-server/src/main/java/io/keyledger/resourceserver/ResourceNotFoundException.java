package io.keyledger.resourceserver;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * There is no such resource, or it is not this credential's to see: the two look alike. Becomes the
 * hub's own 404.
 */
public final class ResourceNotFoundException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final @Nullable String text;

    /** The hub's general text says it. */
    public ResourceNotFoundException() {
        this(null);
    }

    private ResourceNotFoundException(@Nullable String text) {
        super("no such resource", null, false, false);
        this.text = text;
    }

    /**
     * Says what is not there, in the place of the hub's general text.
     *
     * @param text for the client; the same for what is absent and for what is not its own
     */
    public static ResourceNotFoundException saying(String text) {
        return new ResourceNotFoundException(text);
    }

    /** What is to be said; null for the hub's general text. */
    public @Nullable String text() {
        return text;
    }
}
