package io.keyledger.server.node;

import java.util.function.Predicate;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Asks the role of this node. */
abstract sealed class RoleCondition implements Condition {

    private final Predicate<NodeRole> wanted;

    private RoleCondition(Predicate<NodeRole> wanted) {
        this.wanted = wanted;
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return wanted.test(NodeRole.of(context.getEnvironment()));
    }

    static final class HandlesCommands extends RoleCondition {
        HandlesCommands() {
            super(NodeRole::handlesCommands);
        }
    }

    static final class Verifies extends RoleCondition {
        Verifies() {
            super(NodeRole::verifies);
        }
    }
}
