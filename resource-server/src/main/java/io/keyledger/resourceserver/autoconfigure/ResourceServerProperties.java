package io.keyledger.resourceserver.autoconfigure;

import io.keyledger.resourceserver.web.Surface;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application tells of itself.
 *
 * @param url of Keyledger's data plane
 * @param key a Keyledger key with the scope {@code verify}; or {@code keyFile}
 * @param keyFile a file that holds it; read again when it changes
 * @param hub whose API this application serves
 * @param basePath where that API stands in this application; empty for all of it
 * @param hubs where the APIs of several hubs stand, by hub id
 * @param mode whether each request is judged by the data plane, or in process by a copy
 * @param budgets with a copy: where rate limits are counted
 * @param residentCredentials with a copy: how many credentials it holds
 * @param routeTable whether the hub's route table is asked; else only {@code @RequiresScope} opens
 *     a handler
 * @param openPaths path patterns that need no credential though they are on a hub's surface
 * @param connectTimeout how long a connection to the data plane may take
 * @param requestTimeout how long a verdict may take before the answer is 503
 * @param profileRefresh how old a hub's words may be while no verdict shows that they changed
 */
@ConfigurationProperties("keyledger.resource-server")
record ResourceServerProperties(
        @Nullable URI url,
        @Nullable String key,
        @Nullable Path keyFile,
        @Nullable String hub,
        @DefaultValue("") String basePath,
        @DefaultValue Map<String, HubProperties> hubs,
        @DefaultValue("remote") Mode mode,
        @DefaultValue("local") Budgets budgets,
        @DefaultValue("100000") long residentCredentials,
        @DefaultValue("true") boolean routeTable,
        @DefaultValue List<String> openPaths,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("2s") Duration requestTimeout,
        @DefaultValue("30s") Duration profileRefresh) {

    ResourceServerProperties {
        require(url != null, "url: the URL of Keyledger's data plane");
        require(
                (key == null) != (keyFile == null),
                "key or key-file (one of them): a Keyledger key with the scope verify");
        require((hub == null) == !hubs.isEmpty(), "hub, or hubs.ID.base-path for several");
    }

    private static void require(boolean met, String what) {
        if (!met) {
            throw new IllegalArgumentException(
                    "Set keyledger.resource-server."
                            + what
                            + ". Nothing is served unprotected; keyledger.resource-server.enabled=false"
                            + " turns the protection off.");
        }
    }

    List<Surface> surfaces() {
        List<Surface> surfaces = new ArrayList<>();
        if (hub != null) {
            surfaces.add(new Surface(hub, basePath));
        }
        hubs.forEach((id, properties) -> surfaces.add(properties.surface(id)));
        return surfaces;
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "ResourceServerProperties[url=" + url + ", surfaces=" + surfaces() + "]";
    }

    /** Who judges. */
    enum Mode {
        REMOTE,
        REPLICATED
    }

    /** Who counts. */
    enum Budgets {
        /** This process alone: so many processes, so many budgets. */
        LOCAL,
        /** The data plane, which then judges every request that a limit holds for. */
        REMOTE
    }

    /**
     * One of several hubs.
     *
     * @param basePath where its API stands; its id behind a slash when left out
     */
    record HubProperties(@Nullable String basePath) {

        private Surface surface(String hub) {
            return new Surface(hub, basePath == null ? "/" + hub : basePath);
        }
    }
}
