package io.keyledger.server.system;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Stops processes in the middle of whatever they do, and lets them go on. */
final class Signals {

    private Signals() {}

    static void pause(ProcessHandle process) {
        send("-STOP", process);
    }

    static void resume(ProcessHandle process) {
        send("-CONT", process);
    }

    private static void send(String signal, ProcessHandle process) {
        try {
            int status =
                    new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                            .start()
                            .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill " + signal + ": " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
