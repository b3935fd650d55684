package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** DS-04: whoever begins thousands of requests and ends none keeps nobody else waiting. */
@ExtendWith(SharedServer.class)
class SlowClientsIT {

    private static final int CLIENTS = 5_000;
    private static final int QUESTIONS = 200;

    /** As long as whoever asks would hardly wait; each answer takes a few milliseconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final String SLOW_HEADER = "POST /v1/verify HTTP/1.1\r\nHost: keyledger\r\nX-";
    private static final String SLOW_BODY =
            "POST /v1/verify HTTP/1.1\r\nHost: keyledger\r\nContent-Length: 100\r\n\r\n{\"token\":";

    @Test
    void thousandsOfRequestsThatNeverEndStopNoVerification(RunningServer server)
            throws IOException {
        Admin admin = new Admin(server);
        String secret = admin.key(admin.workspace("enterprise")).secret();
        try (SlowClients slow = SlowClients.of(URI.create(server.dataPlane()))) {
            List<Duration> waits = new ArrayList<>();
            for (int i = 0; i < QUESTIONS; i++) {
                slow.sendAByteEach(i);
                long start = System.nanoTime();
                assertThat(admin.verify(secret)).isEqualTo("VALID");
                waits.add(Duration.ofNanos(System.nanoTime() - start));
            }

            assertThat(slow.connected()).isEqualTo(CLIENTS);
            waits.sort(null);
            assertThat(waits.get(QUESTIONS * 99 / 100)).isLessThan(PATIENCE);
        }
    }

    /** Half of them stop in a header field, half of them in the body. */
    private record SlowClients(List<SocketChannel> sockets) implements AutoCloseable {

        static SlowClients of(URI server) throws IOException {
            InetSocketAddress address = new InetSocketAddress(server.getHost(), server.getPort());
            SlowClients clients = new SlowClients(new ArrayList<>());
            for (int i = 0; i < CLIENTS; i++) {
                SocketChannel socket = SocketChannel.open(address);
                clients.sockets.add(socket);
                write(socket, i % 2 == 0 ? SLOW_HEADER : SLOW_BODY);
            }
            return clients;
        }

        /** Another part of them each time, so that none looks dead. */
        void sendAByteEach(int turn) {
            for (int i = turn; i < sockets.size(); i += QUESTIONS) {
                try {
                    write(sockets.get(i), "x");
                } catch (IOException givenUp) {
                    // The server may be tired of it by now, which is what it should be.
                }
            }
        }

        long connected() {
            return sockets.stream().filter(SocketChannel::isConnected).count();
        }

        private static void write(SocketChannel socket, String text) throws IOException {
            socket.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        }

        @Override
        public void close() {
            for (SocketChannel socket : sockets) {
                try {
                    socket.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
