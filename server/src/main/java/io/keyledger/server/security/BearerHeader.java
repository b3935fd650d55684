package io.keyledger.server.security;

import java.util.List;

/** What the {@code Authorization} headers of a request say (RFC 6750 §2.1). */
sealed interface BearerHeader {

    /** No Bearer credential was presented. */
    record Absent() implements BearerHeader {}

    /** Something was presented that is not one Bearer credential. */
    record Malformed() implements BearerHeader {}

    /** One credential was presented; what it is worth is not known yet. */
    record Presented(String credential) implements BearerHeader {

        /** Leaves the credential out. */
        @Override
        public String toString() {
            return "Presented";
        }
    }

    String SCHEME = "Bearer";

    /** Reads the header: one, the scheme in any case, one space, and something without spaces. */
    static BearerHeader read(List<String> headers) {
        if (headers.isEmpty()) {
            return new Absent();
        }
        if (headers.size() > 1) {
            return new Malformed();
        }
        String header = headers.getFirst();
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new Absent();
        }
        return credential(header);
    }

    private static BearerHeader credential(String header) {
        int start = SCHEME.length() + 1;
        boolean oneSpace =
                header.length() > start
                        && header.charAt(start - 1) == ' '
                        && header.substring(start).chars().allMatch(c -> c > ' ' && c < 0x7F);
        return oneSpace ? new Presented(header.substring(start)) : new Malformed();
    }
}
