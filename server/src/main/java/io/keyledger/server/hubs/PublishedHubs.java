package io.keyledger.server.hubs;

import io.keyledger.query.verification.HubDirectory;
import io.keyledger.query.verification.HubObserver;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The published hubs. They tell which hub a request is for and in which words it is refused; what
 * judges is the verifier's own profile. Read again when one changes, before anybody is told that
 * the change is in force, and every second in case that was missed.
 */
final class PublishedHubs implements Hubs, HubObserver {

    private static final Logger log = LoggerFactory.getLogger(PublishedHubs.class);

    private final HubDirectory directory;
    private volatile HubIndex index = new HubIndex(List.of());

    PublishedHubs(HubDirectory directory) {
        this.directory = directory;
    }

    @Override
    public synchronized void hubsChanged(List<CompiledProfile> profiles) {
        index = new HubIndex(profiles);
    }

    /**
     * Reads and replaces in one go, so that what was read before a change cannot replace what the
     * change brought. Keeps what it has while the database is away.
     */
    @Scheduled(fixedDelayString = "PT1S")
    synchronized void refresh() {
        try {
            index = new HubIndex(directory.all());
        } catch (DataAccessException e) {
            log.debug("the hubs could not be read: {}", e.getMessage());
        }
    }

    @Override
    public @Nullable CompiledProfile withId(String hub) {
        return index.withId(hub);
    }

    @Override
    public @Nullable CompiledProfile atHost(String host) {
        return index.atHost(host);
    }

    @Override
    public @Nullable CompiledProfile atPath(String path) {
        return index.atPath(path);
    }
}
