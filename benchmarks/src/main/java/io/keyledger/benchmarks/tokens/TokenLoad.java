package io.keyledger.benchmarks.tokens;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Asks two servers for tokens, in turns, and prints how many each has issued in a second. What one
 * does while the other is asked does not count for either, and machines drift: so rounds are
 * interleaved, and the ratio is the median of the rounds' ratios.
 */
public final class TokenLoad {

    private final int connections;
    private final int rounds;
    private final int seconds;
    private final Map<Seed, Queue<String>> refreshTokens = new LinkedHashMap<>();

    private TokenLoad(int connections, int rounds, int seconds) {
        this.connections = connections;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    /** Arguments: connections, rounds, seconds, seed of Keyledger, seed of the other. */
    public static void main(String[] arguments) throws Exception {
        TokenLoad load =
                new TokenLoad(
                        Integer.parseInt(arguments[0]),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]));
        List<Seed> ours = Seed.read(Path.of(arguments[3]));
        List<Seed> theirs = Seed.read(Path.of(arguments[4]));
        for (String grant : List.of("client_credentials", "refresh_token")) {
            for (int i = 0; i < ours.size(); i++) {
                load.compare(grant, ours.get(i), theirs.get(i));
            }
        }
    }

    private void compare(String grant, Seed ours, Seed theirs) throws Exception {
        double[] keyledger = new double[rounds];
        double[] spring = new double[rounds];
        rate(grant, ours);
        rate(grant, theirs);
        for (int round = 0; round < rounds; round++) {
            keyledger[round] = rate(grant, ours);
            spring[round] = rate(grant, theirs);
        }
        double[] ratios =
                IntStream.range(0, rounds).mapToDouble(i -> keyledger[i] / spring[i]).toArray();
        System.out.printf(
                "%-18s %-6s  Keyledger %6.0f/s  Spring Authorization Server %6.0f/s  ratio %.2f"
                        + " (%.2f to %.2f)%n",
                grant,
                ours.format(),
                median(keyledger),
                median(spring),
                median(ratios),
                Arrays.stream(ratios).min().orElseThrow(),
                Arrays.stream(ratios).max().orElseThrow());
    }

    /** Tokens in a second. */
    private double rate(String grant, Seed seed) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<Integer>> running =
                    IntStream.range(0, connections)
                            .mapToObj(_ -> threads.submit(() -> issued(grant, seed, end)))
                            .toList();
            long issued = 0;
            for (Future<Integer> one : running) {
                issued += one.get();
            }
            return issued * 1e9 / (System.nanoTime() - start);
        }
    }

    private int issued(String grant, Seed seed, long end) throws IOException {
        int issued = 0;
        try (TokenConnection connection = new TokenConnection(seed)) {
            while (System.nanoTime() - end < 0) {
                if (grant.equals("refresh_token")) {
                    refresh(connection, seed);
                } else {
                    connection.exchange(Map.of("grant_type", grant));
                }
                issued++;
            }
        }
        return issued;
    }

    /** Each grant in turn, as those of many people are. */
    private void refresh(TokenConnection connection, Seed seed) throws IOException {
        Queue<String> tokens = tokens(seed);
        String token = tokens.remove();
        String answer =
                connection.exchange(Map.of("grant_type", "refresh_token", "refresh_token", token));
        tokens.add(connection.refreshTokenOf(answer));
    }

    private Queue<String> tokens(Seed seed) {
        synchronized (refreshTokens) {
            return refreshTokens.computeIfAbsent(
                    seed, it -> new ConcurrentLinkedQueue<>(it.refreshTokens()));
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
