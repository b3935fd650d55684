package io.keyledger.server.web;

import io.keyledger.server.dataplane.DataPlane;
import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.io.ClassPathResource;

/** Adds the data plane, which no framework can look into, to the description of the API. */
final class DataPlaneDescription implements OpenApiCustomizer {

    private static final ClassPathResource SOURCE =
            new ClassPathResource("openapi/data-plane.yaml");

    private final DataPlane dataPlane;

    DataPlaneDescription(DataPlane dataPlane) {
        this.dataPlane = dataPlane;
    }

    @Override
    public void customise(OpenAPI description) {
        OpenAPI added = read();
        Server server = new Server().url("http://127.0.0.1:" + dataPlane.port());
        added.getPaths().forEach((path, item) -> description.path(path, at(server, item)));
        added.getTags().forEach(description::addTagsItem);
        added.getComponents().getSchemas().forEach(description::schema);
        added.getComponents().getResponses().forEach(description.getComponents()::addResponses);
    }

    private static PathItem at(Server server, PathItem item) {
        return item.servers(List.of(server));
    }

    private static OpenAPI read() {
        try (InputStream yaml = SOURCE.getInputStream()) {
            return Yaml31.mapper().readValue(yaml, OpenAPI.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
