package io.keyledger.server.architecture.broken.api;

import org.springframework.stereotype.Component;

@Component
public class BecomesASpringBean {}
