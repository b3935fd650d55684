package io.keyledger.benchmarks;

import io.keyledger.query.usage.UsageMeter;
import io.keyledger.query.verification.Verifier;
import io.keyledger.verdict.Verdict;
import io.keyledger.verdict.VerificationRequest;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A verdict in process: format, digest, cache, status, expiry, plan, address, route, scope, budget.
 * Run with {@code java -jar benchmarks/target/benchmarks.jar VerdictBenchmark -prof gc}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class VerdictBenchmark {

    @Param({"1000", "100000"})
    private int keys;

    @Param({"unlimited", "limited"})
    private String budgets = "";

    private @Nullable SeededNode node;
    private @Nullable Verifier verifier;
    private UsageMeter usage = UsageMeter.NONE;
    private String[] tokens = {};
    private final VerificationRequest request = SeededNode.request();
    private int next;

    @Setup
    public void seed() {
        SeededNode seeded =
                budgets.equals("limited") ? SeededNode.limited(keys) : SeededNode.unlimited(keys);
        node = seeded;
        verifier = seeded.verifier();
        usage = seeded.usage();
        tokens = seeded.tokens().toArray(String[]::new);
    }

    @TearDown
    public void stop() {
        if (node != null) {
            node.close();
        }
    }

    /** Keys in turn, so that none is still in the processor's nearest cache. */
    @Benchmark
    public @Nullable Verdict residentVerdict() {
        next = next + 1 == tokens.length ? 0 : next + 1;
        return verifier == null ? null : verifier.verifyResident(tokens[next], request);
    }

    /** The same, counted for its credential as servers do. */
    @Benchmark
    public @Nullable Verdict countedVerdict() {
        Verdict verdict = residentVerdict();
        if (verdict != null) {
            usage.count(verdict);
        }
        return verdict;
    }
}
