package io.keyledger.server.password;

import io.keyledger.server.node.OnCommandNode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Passwords, on nodes that handle commands. */
@Configuration(proxyBeanMethods = false)
@OnCommandNode
class PasswordConfiguration {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int PASSES = 2;

    @Bean
    AccountPasswordTable accountPasswordTable(JdbcClient jdbc) {
        return new AccountPasswordTable(jdbc);
    }

    @Bean
    AccountPasswordKeeping accountPasswordKeeping(AccountPasswordTable table) {
        return new AccountPasswordKeeping(table);
    }

    /**
     * Argon2id with the parameters that OWASP recommends at least: 19 MiB, two passes, one lane.
     */
    @Bean
    AccountPasswords accountPasswords(AccountPasswordTable table) {
        return new AccountPasswords(
                new Argon2PasswordEncoder(
                        SALT_BYTES, HASH_BYTES, LANES, AccountPasswords.MEMORY_KIB, PASSES),
                table,
                Runtime.getRuntime().availableProcessors());
    }
}
