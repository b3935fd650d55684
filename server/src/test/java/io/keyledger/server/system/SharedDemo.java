package io.keyledger.server.system;

/** One process with the demo, so that the hubs have APIs which answer. */
final class SharedDemo extends SharedServer {

    SharedDemo() {
        super("--keyledger.demo=true");
    }
}
