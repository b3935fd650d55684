package io.keyledger.server.architecture.broken.query;

public class Prints {

    void print() {
        System.out.println("x");
    }
}
