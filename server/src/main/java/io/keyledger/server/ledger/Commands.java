package io.keyledger.server.ledger;

import io.keyledger.api.ledger.Origin;
import io.keyledger.api.rejection.CommandRejected;
import io.keyledger.command.CommandSide;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The one door to the command side. Safe for use by many threads; the caller's thread does the
 * work, and when {@code send} returns, the change is durable and in force on this node.
 */
public final class Commands {

    private static final int ATTEMPTS = 6;
    private static final Duration LONGEST_FIRST_PAUSE = Duration.ofMillis(4);

    private final CommandBus bus;
    private final CommandTargetResolver targets;
    private final JdbcClient jdbc;
    private final GroupFlush flush;

    Commands(CommandBus bus, CommandTargetResolver targets, JdbcClient jdbc) {
        this.bus = bus;
        this.targets = targets;
        this.jdbc = jdbc;
        this.flush = new GroupFlush(jdbc);
    }

    /** Sends a command whatever version its aggregate has. */
    public CommandResult send(Object command, Origin origin) {
        return send(command, origin, OptionalLong.empty());
    }

    /**
     * Sends a command and waits until it is decided.
     *
     * @param expectedVersion the version of the aggregate that the caller has seen, as answered by
     *     an earlier command; empty when any will do
     * @throws CommandRejected when a policy refuses it
     * @throws VersionConflictException when the aggregate has another version, or keeps being
     *     changed by other nodes
     * @throws LedgerUnavailableException when the database cannot be reached or does not answer in
     *     time; the change may then have been made or not
     */
    public CommandResult send(Object command, Origin origin, OptionalLong expectedVersion) {
        return send(command, origin, expectedVersion, null);
    }

    /**
     * As above, with something that travels with the command and enters no event: see {@link
     * Enclosure}.
     */
    public CommandResult send(
            Object command,
            Origin origin,
            OptionalLong expectedVersion,
            @Nullable Object enclosure) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "a command commits by itself and cannot be part of another transaction");
        }
        CommandMessage<?> message = message(command, origin, expectedVersion, enclosure);
        for (int attempt = 1; ; attempt++) {
            try {
                return result(message, dispatch(message));
            } catch (RuntimeException failure) {
                Failure kind = Failure.of(failure);
                if (kind != Failure.LOST_A_RACE || attempt == ATTEMPTS) {
                    throw kind.toCaller(failure, expectedVersion);
                }
                pause(attempt);
            }
        }
    }

    private static CommandMessage<?> message(
            Object command,
            Origin origin,
            OptionalLong expectedVersion,
            @Nullable Object enclosure) {
        Map<String, Object> metadata = OriginMetadata.of(origin);
        expectedVersion.ifPresent(it -> metadata.put(CommandSide.EXPECTED_VERSION, it));
        if (enclosure != null) {
            metadata.put(Enclosure.KEY, enclosure);
        }
        return new GenericCommandMessage<>(command, metadata);
    }

    private Decision dispatch(CommandMessage<?> message) {
        FutureCallback<Object, Decision> callback = new FutureCallback<>();
        bus.dispatch(message, callback);
        var answer = callback.getResult();
        if (answer.isExceptional()) {
            throw Failure.unchecked(answer.exceptionResult());
        }
        // Also when nothing had to change: the change that was there may not be on the disk yet.
        flush.await();
        return answer.getPayload();
    }

    private CommandResult result(CommandMessage<?> message, Decision decision) {
        return jdbc.sql(
                        """
                        select global_index, time_stamp from ledger_event
                        where aggregate_identifier = ? and sequence_number = ?
                        """)
                .param(targets.resolveTarget(message).getIdentifier())
                .param(decision.version())
                .query((row, _) ->
                        new CommandResult(
                                row.getLong("global_index"),
                                decision.version(),
                                Instant.parse(row.getString("time_stamp")),
                                decision.answer()))
                .single();
    }

    /**
     * Waits a random while, up to twice as long each time, so that two losers do not meet again.
     */
    private static void pause(int attempt) {
        long longest = LONGEST_FIRST_PAUSE.toNanos() << (attempt - 1);
        try {
            Thread.sleep(Duration.ofNanos(ThreadLocalRandom.current().nextLong(longest)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
