package io.keyledger.server.dataplane;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Header fields that must not be there twice: one of them would be somebody else's. */
final class Fields {

    private Fields() {}

    /**
     * The field's value; null when it is not there or empty.
     *
     * @throws RequestRefused when it is there more than once
     */
    static @Nullable String single(HttpHeaders headers, CharSequence name) {
        Iterator<? extends CharSequence> values = headers.valueCharSequenceIterator(name);
        if (!values.hasNext()) {
            return null;
        }
        String value = values.next().toString();
        if (values.hasNext()) {
            throw new RequestRefused(
                    ErrorCode.ORIGINAL_REQUEST_AMBIGUOUS,
                    name.toString(),
                    ErrorCode.ORIGINAL_REQUEST_AMBIGUOUS.text());
        }
        return value.isEmpty() ? null : value;
    }
}
