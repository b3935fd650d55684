package io.keyledger.server.architecture.broken.query;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

public class InjectsAField {

    @Autowired @Nullable Runnable injected;
}
