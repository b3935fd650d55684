package io.keyledger.resourceserver;

import java.io.Serial;

/**
 * There is no such resource, or it is not this credential's to see: the two look alike. Becomes the
 * hub's own 404.
 */
public final class ResourceNotFoundException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    public ResourceNotFoundException() {
        super("no such resource", null, false, false);
    }
}
