package io.keyledger.command.profile;

import io.keyledger.api.hub.Plan;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.Window;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether every route can be afforded: a call that costs more than a bucket holds never passes. */
final class BudgetChecks {

    private BudgetChecks() {}

    static void check(List<RouteLine> routes, @Nullable RateLimits limits, Collection<Plan> plans) {
        long smallest =
                Stream.concat(Stream.ofNullable(limits), planLimits(plans))
                        .flatMap(one -> one.windows().stream())
                        .mapToLong(Window::burst)
                        .min()
                        .orElse(Long.MAX_VALUE);
        routes.stream()
                .filter(line -> line.route().cost() > smallest)
                .forEach(line -> complain(line, smallest));
    }

    private static Stream<RateLimits> planLimits(Collection<Plan> plans) {
        return plans.stream().flatMap(plan -> Stream.ofNullable(plan.limits()));
    }

    private static void complain(RouteLine line, long smallest) {
        Part cost = line.part().field("cost");
        cost.complain(
                "is "
                        + line.route().cost()
                        + ", more than the smallest budget ever holds, which is "
                        + smallest
                        + ". Lower the cost or raise the burst.");
    }
}
