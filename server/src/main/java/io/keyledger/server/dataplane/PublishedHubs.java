package io.keyledger.server.dataplane;

import io.keyledger.query.verification.HubDirectory;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The published hubs, read again every second. They only tell which hub a request is for and in
 * which words it is refused; what judges is the verifier's own profile, which is never this old.
 */
final class PublishedHubs implements Hubs {

    private static final Logger log = LoggerFactory.getLogger(PublishedHubs.class);

    private final HubDirectory directory;
    private volatile HubIndex index = new HubIndex(List.of());

    PublishedHubs(HubDirectory directory) {
        this.directory = directory;
    }

    /** Keeps what it has while the database is away. */
    @Scheduled(fixedDelayString = "PT1S")
    void refresh() {
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
