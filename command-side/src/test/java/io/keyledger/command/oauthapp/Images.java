package io.keyledger.command.oauthapp;

import java.util.Base64;

/** Images of one pixel, as the tools that made them wrote them. */
final class Images {

    static final String PNG =
            "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    static final String GIF =
            "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
    static final String WEBP =
            "data:image/webp;base64,UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

    /** The beginning that every JPEG file with a JFIF header has. */
    static final String JPEG = "data:image/jpeg;base64,/9j/4AAQSkZJRgABAQAAAQABAAD/2wAA";

    private Images() {}

    static byte[] bytesOf(String url) {
        return Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
    }
}
