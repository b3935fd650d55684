package io.keyledger.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The process: every role, every door. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class KeyledgerServer {

    public static void main(String[] args) {
        SpringApplication.run(KeyledgerServer.class, args);
    }
}
