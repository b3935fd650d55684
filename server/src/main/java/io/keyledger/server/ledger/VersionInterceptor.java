package io.keyledger.server.ledger;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.CommandTargetResolver;

/**
 * Adds to a command's answer the version that it leaves its aggregate at. Asks while the command's
 * own events are still in memory, so it costs a query only when there are none.
 */
final class VersionInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final EventStore events;
    private final CommandTargetResolver targets;

    VersionInterceptor(EventStore events, CommandTargetResolver targets) {
        this.events = events;
        this.targets = targets;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        Object answer = chain.proceed();
        String aggregate = targets.resolveTarget(unitOfWork.getMessage()).getIdentifier();
        return new Decision(events.lastSequenceNumberFor(aggregate).orElseThrow(), answer);
    }
}
