package io.keyledger.server.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.token.Pepper;
import io.keyledger.api.token.Peppers;
import io.keyledger.command.minting.SecretMint;
import io.keyledger.server.system.Admin.IssuedKey;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * VF-06: a client can tell neither by the answer nor by its time why its credential is refused.
 * {@code -Dkeyledger.samples=10000} is the long run, with the tolerance that the statement has.
 */
@ExtendWith(SharedServer.class)
class OutsiderTimingIT {

    private static final int LONG_RUN = 10_000;
    private static final int SAMPLES = Integer.getInteger("keyledger.samples", 1_000);

    /** Medians of few samples on a busy machine differ by themselves. */
    private static final double TOLERANCE = SAMPLES < LONG_RUN ? 0.25 : 0.05;

    @Test
    void unknownExpiredRevokedAndForeignLookAlikeAndTakeAsLong(RunningServer server)
            throws IOException {
        List<String> refused = refused(server);
        long[][] times = new long[refused.size()][SAMPLES];
        try (Connection connection = new Connection(URI.create(server.dataPlane()))) {
            String first = connection.ask(refused.getFirst(), 0);
            for (int sample = -SAMPLES / 2; sample < SAMPLES; sample++) {
                for (int i = 0; i < refused.size(); i++) {
                    long start = System.nanoTime();
                    String answer = connection.ask(refused.get(i), sample);
                    long took = System.nanoTime() - start;
                    assertThat(answer).isEqualTo(first).startsWith("HTTP/1.1 401 ");
                    if (sample >= 0) {
                        times[i][sample] = took;
                    }
                }
            }
        }

        double[] medians = Arrays.stream(times).mapToDouble(OutsiderTimingIT::median).toArray();
        double least = Arrays.stream(medians).min().orElseThrow();
        assertThat(Arrays.stream(medians).max().orElseThrow())
                .as("medians in ns %s", Arrays.toString(medians))
                .isLessThan(least * (1 + TOLERANCE));
    }

    /**
     * Of Hubhus, whose guide does not tell them apart: one that nobody was given, one of another
     * hub, an expired and a revoked one.
     */
    private static List<String> refused(RunningServer server) throws IOException {
        Admin admin = new Admin(server);
        HubSurface hubhus = new HubSurface(server, admin, "hubhus", "/hubhus");
        String workspace = hubhus.workspace("standard");
        IssuedKey revoked = hubhus.key(workspace, "read");
        IssuedKey expired =
                hubhus.issued(
                        workspace,
                        ",\"expiresAt\":\"" + Instant.now().plusSeconds(2) + "\"",
                        "read");
        IssuedKey foreign =
                new HubSurface(server, admin, "hubnity", "/hubnity")
                        .keyOn("enterprise", "read:members");
        assertThat(admin.revoke(revoked).statusCode()).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> admin.verify("hubhus", expired.secret()).equals("EXPIRED"));
        return List.of(neverIssued(), expired.secret(), revoked.secret(), foreign.secret());
    }

    /** As well formed as any. */
    private static String neverIssued() {
        Peppers peppers = Peppers.of(Pepper.of("elsewhere", new byte[32]), List.of());
        return new SecretMint(new SecureRandom(), peppers).mint("hhs").plaintext();
    }

    private static double median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** One connection of a gateway, whose clients each come from another place. */
    private static final class Connection implements AutoCloseable {

        private static final Pattern WHEN = Pattern.compile("Date: .*\r\n");

        private final Socket socket;
        private final DataInputStream answers;

        Connection(URI server) throws IOException {
            socket = new Socket(server.getHost(), server.getPort());
            socket.setTcpNoDelay(true);
            answers = new DataInputStream(socket.getInputStream());
        }

        /** The whole answer: its status, its fields but for the time, and its body. */
        String ask(String secret, int place) throws IOException {
            socket.getOutputStream()
                    .write(
                            """
                            GET /v1/forward-auth?hub=hubhus HTTP/1.1
                            Host: keyledger
                            Authorization: Bearer %s
                            X-Forwarded-Method: GET
                            X-Forwarded-Uri: /hubhus/v2/campaigns/1/leads
                            X-Forwarded-For: 10.%d.%d.%d

                            """
                                    .formatted(
                                            secret,
                                            place >> 16 & 255,
                                            place >> 8 & 255,
                                            place & 255)
                                    .replace("\n", "\r\n")
                                    .getBytes(US_ASCII));
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) answers.readByte());
            }
            byte[] body = new byte[lengthIn(head.toString())];
            answers.readFully(body);
            return WHEN.matcher(head).replaceFirst("") + new String(body, US_ASCII);
        }

        private static int lengthIn(String head) {
            return head.lines()
                    .filter(it -> it.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                    .mapToInt(it -> Integer.parseInt(it.substring(it.indexOf(':') + 1).strip()))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
