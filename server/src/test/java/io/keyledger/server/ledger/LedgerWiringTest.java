package io.keyledger.server.ledger;

import static io.keyledger.server.ledger.CommandExamples.ORIGIN;
import static io.keyledger.server.ledger.CommandExamples.issue;
import static io.keyledger.server.ledger.CommandExamples.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.thoughtworks.xstream.XStream;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.testing.PostgresForTests;
import io.keyledger.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.context.annotation.Bean;

class LedgerWiringTest {

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = PostgresForTests.freshDatabase();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void axonTakesPartInSpringsTransactions() {
        try (LedgerNode node = LedgerNode.start(database)) {
            assertThat(node.bean(TransactionManager.class))
                    .isInstanceOf(SpringTransactionManager.class);
        }
    }

    @Test
    void whatEnforcementCannotTakeInIsNotInTheLedgerEither() {
        try (LedgerNode node = LedgerNode.start(database, Refusing.class)) {
            assertThatThrownBy(() -> node.commands().send(issue(key(1)), ORIGIN))
                    .hasMessage("cannot enforce");

            assertThat(entries(node)).isZero();
        }
    }

    @Test
    void whatEnforcementTakesInIsInTheLedger() {
        try (LedgerNode node = LedgerNode.start(database)) {
            node.commands().send(issue(key(1)), ORIGIN);

            assertThat(entries(node)).isEqualTo(1);
        }
    }

    @Test
    void noXStreamIsBuilt() {
        try (LedgerNode node = LedgerNode.start(database)) {
            assertThatThrownBy(() -> node.bean(XStream.class))
                    .isInstanceOf(NoSuchBeanDefinitionException.class);
        }
    }

    @Test
    void nobodyOutsideHearsOfAStart() throws IOException {
        assertThat(callsHome(Map.of())).isZero();
    }

    /** Shows that the test above would notice. */
    @Test
    void axonWouldCallHomeUnlessToldNotTo() throws IOException {
        assertThat(callsHome(Map.of("axon.update-check.disabled", "false"))).isPositive();
    }

    private int callsHome(Map<String, String> settings) throws IOException {
        AtomicInteger calls = new AtomicInteger();
        HttpServer home =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        home.createContext(
                "/",
                exchange -> {
                    calls.incrementAndGet();
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        home.start();
        settings.forEach(System::setProperty);
        // Axon is quiet in tests. The name of this property says the contrary of what it does.
        System.setProperty("axoniq.usage.force-test-environment", "true");
        System.setProperty(
                "axon.update-check.url", "http://127.0.0.1:" + home.getAddress().getPort());
        try (LedgerNode node = LedgerNode.start(database)) {
            node.commands().send(issue(key(calls.get() + 1)), ORIGIN);
            waitForACall(calls);
        } finally {
            settings.keySet().forEach(System::clearProperty);
            System.clearProperty("axoniq.usage.force-test-environment");
            System.clearProperty("axon.update-check.url");
            home.stop(0);
        }
        return calls.get();
    }

    private static void waitForACall(AtomicInteger calls) {
        try {
            Awaitility.await().atMost(Duration.ofSeconds(3)).until(() -> calls.get() > 0);
        } catch (org.awaitility.core.ConditionTimeoutException nobodyCalled) {
            assertThat(calls).hasValue(0);
        }
    }

    private static long entries(LedgerNode node) {
        return node.jdbc().sql("select count(*) from ledger_event").query(Long.class).single();
    }

    static class Refusing {

        @Bean
        Handler refusing() {
            return new Handler();
        }

        @ProcessingGroup("verification")
        static class Handler {

            @EventHandler
            void on(@SuppressWarnings("unused") ApiKeyIssued event) {
                throw new IllegalStateException("cannot enforce");
            }
        }
    }
}
