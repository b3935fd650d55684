package io.keyledger.resourceserver.replica;

import io.keyledger.resourceserver.judge.QuestionRefusedException;
import io.keyledger.resourceserver.judge.TruthUnknownException;
import io.keyledger.resourceserver.remote.DataPlaneClient;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Follows the changes of a node on a thread of its own. Each question says what was applied; each
 * answer brings what came behind it, and a loan of trust that counts from the question. Whatever
 * goes wrong, the loan runs out.
 */
final class ChangeFollower {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFollower.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** More than the longest quarter of a lease that a node waits with its answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final DataPlaneClient client;
    private final Copy copy;
    private final Trust trust;
    private final Clock clock;
    private final Duration tolerance;
    private final String replica = UUID.randomUUID().toString();

    private String epoch = "";
    private long applied;
    private @Nullable Thread thread;
    private volatile boolean stopped;

    /**
     * @param tolerance how far this process's clock may be from the node's: expiry is judged by it
     */
    ChangeFollower(
            DataPlaneClient client, Copy copy, Trust trust, Clock clock, Duration tolerance) {
        this.client = client;
        this.copy = copy;
        this.trust = trust;
        this.clock = clock;
        this.tolerance = tolerance;
    }

    void start() {
        stopped = false;
        thread = Thread.ofPlatform().daemon().name("keyledger-replica").start(this::run);
    }

    void stop() throws InterruptedException {
        stopped = true;
        trust.proveUntil(System.nanoTime());
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(2));
        }
    }

    private void run() {
        long pause = 20;
        try {
            while (!stopped) {
                if (follow()) {
                    pause = 20;
                } else {
                    Thread.sleep(pause);
                    pause = Math.min(2 * pause, LONGEST_PAUSE.toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there was an answer. */
    private boolean follow() {
        long asked = System.nanoTime();
        long before = clock.millis();
        try {
            JsonNode answer = client.post("/v1/replica/changes", question(), PATIENCE);
            apply(answer);
            if (isTolerable(before, answer.required("at").longValue(), clock.millis())) {
                lend(asked, answer.required("trustMillis").longValue());
            }
            return true;
        } catch (TruthUnknownException | QuestionRefusedException e) {
            return false;
        } catch (RuntimeException e) {
            LOG.warn("The changes could not be taken in; the copy is emptied", e);
            copy.apply("all");
            epoch = "";
            return false;
        }
    }

    private ObjectNode question() {
        return JSON.createObjectNode()
                .put("replica", replica)
                .put("epoch", epoch)
                .put("since", applied);
    }

    private void apply(JsonNode answer) {
        answer.required("changes").forEach(it -> copy.apply(it.stringValue()));
        epoch = answer.required("epoch").stringValue();
        applied = answer.required("to").longValue();
    }

    private void lend(long asked, long millis) {
        if (!stopped) {
            trust.proveUntil(asked + TimeUnit.MILLISECONDS.toNanos(millis));
        }
    }

    /** No more is held against either clock than the call's own time can account for. */
    private boolean isTolerable(long before, long there, long after) {
        long behind = Math.max(0, before - there);
        long ahead = Math.max(0, there - after);
        boolean tolerable = Math.max(behind, ahead) <= tolerance.toMillis();
        if (!tolerable) {
            LOG.warn("This process's clock and Keyledger's are too far apart to judge by a copy");
        }
        return tolerable;
    }
}
