package io.keyledger.server.signin;

import io.keyledger.query.oauth.AccountDirectory;
import io.keyledger.server.ledger.Commands;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.password.AccountPasswords;
import io.keyledger.server.session.SessionSecrets;
import io.keyledger.server.session.SignInSessions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Signing in and out, on nodes that handle commands. */
@Configuration(proxyBeanMethods = false)
@OnCommandNode
class SignInConfiguration {

    @Bean
    HashingGate hashingGate() {
        return new HashingGate(Runtime.getRuntime().availableProcessors());
    }

    @Bean
    SignInThrottle signInThrottle(Clock clock) {
        return new SignInThrottle(clock);
    }

    @Bean
    PasswordSignIn passwordSignIn(
            AccountDirectory accounts,
            AccountPasswords passwords,
            HashingGate gate,
            SignInThrottle throttle,
            MeterRegistry meters) {
        return new PasswordSignIn(accounts, passwords, gate, throttle, meters);
    }

    @Bean
    SignInPage signInPage(
            PasswordSignIn passwords,
            SignInSessions sessions,
            Destinations destinations,
            OtherWays otherWays) {
        return new SignInPage(passwords, sessions, destinations, otherWays);
    }

    @Bean
    PasswordChange passwordChange(
            PasswordSignIn passwords,
            AccountPasswords hashes,
            HashingGate gate,
            Commands commands,
            SignInSessions sessions) {
        return new PasswordChange(passwords, hashes, gate, commands, sessions);
    }

    @Bean
    PasswordPage passwordPage(PasswordChange change) {
        return new PasswordPage(change);
    }

    @Bean
    SignOut signOut(SignInSessions sessions, SessionSecrets secrets) {
        return new SignOut(sessions, secrets);
    }
}
