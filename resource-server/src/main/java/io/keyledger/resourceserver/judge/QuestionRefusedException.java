package io.keyledger.resourceserver.judge;

import java.io.Serial;

/** What a client has sent is no request that could be judged: the answer to this is 400. */
public final class QuestionRefusedException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    public QuestionRefusedException() {
        super("not a request that can be judged", null, false, false);
    }
}
