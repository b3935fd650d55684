package io.keyledger.server.correlation;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The correlation id of the request that the current thread works on. */
public final class CorrelationId {

    /** The header that a caller may send it in, and always gets it back in. */
    public static final String HEADER = "X-Request-Id";

    /** The name of the id in structured logs. */
    public static final String LOG_FIELD = "correlationId";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

    private CorrelationId() {}

    /** The current request's id; a new one outside of requests. */
    public static String current() {
        String id = MDC.get(LOG_FIELD);
        return id == null ? fresh() : id;
    }

    /** The caller's own id where it can be used, a new one otherwise. */
    static String of(@Nullable String presented) {
        return presented != null && FORM.matcher(presented).matches() ? presented : fresh();
    }

    public static String fresh() {
        return UUID.randomUUID().toString();
    }
}
