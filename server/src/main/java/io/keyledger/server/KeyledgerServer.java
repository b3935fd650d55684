package io.keyledger.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process: every role, every door. */
@SpringBootApplication
public class KeyledgerServer {

    public static void main(String[] args) {
        SpringApplication.run(KeyledgerServer.class, args);
    }
}
