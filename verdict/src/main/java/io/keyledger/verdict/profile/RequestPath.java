package io.keyledger.verdict.profile;

/**
 * Tells the path of a request that everybody behind us reads in the same way from one that somebody
 * may read differently. A path that is not plain matches no route: it is not worth guessing what a
 * proxy, a framework or a file system would make of it.
 *
 * <p>Plain is a path that starts with a slash and holds nothing but what RFC 3986 §3.3 allows, has
 * no empty segment but the last, no {@code .} and {@code ..} segments, no {@code ;}, and in percent
 * encoding only well-formed UTF-8 without control characters and without {@code / \ . ; %}. (Spring
 * Security's StrictHttpFirewall draws the same line.)
 */
final class RequestPath {

    /** What {@link #end} returns for a path that is not plain. */
    static final int ODD = -1;

    private static final AsciiSet PLAIN =
            AsciiSet.alphanumeric().with("-._~").with("!$&'()*+,=").with(":@");

    private RequestPath() {}

    /**
     * Where the path ends that {@code target} starts with: at the question mark of the query, or at
     * the end.
     */
    static int end(String target) {
        int length = target.length();
        if (length == 0 || target.charAt(0) != '/') {
            return ODD;
        }
        int at = 1;
        int segment = 1;
        while (at < length && target.charAt(at) != '?') {
            char c = target.charAt(at);
            if (c == '/') {
                if (at == segment || isDots(target, segment, at)) {
                    return ODD;
                }
                segment = ++at;
            } else if (PLAIN.has(c)) {
                at++;
            } else {
                at = c == '%' ? PercentEncoding.end(target, at) : ODD;
                if (at == ODD) {
                    return ODD;
                }
            }
        }
        return isDots(target, segment, at) ? ODD : at;
    }

    private static boolean isDots(String target, int start, int end) {
        return end - start <= 2
                && end > start
                && target.charAt(start) == '.'
                && target.charAt(end - 1) == '.';
    }
}
