package io.keyledger.api.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The rows of one container that a credential may see and change: those that meet every condition.
 * As JSON it looks as in answers: {@code {"collection":…,"container":…,"id":…,"conditions":[…]}}.
 *
 * @param collection the rows as the hub calls them: {@code leads}
 * @param container what holds them, as the hub calls it: {@code campaign}
 * @param containerId the container's own id, as it stands in the hub's paths
 * @param conditions all of which a row must meet; empty for every row of the container
 */
public record AccessFilter(
        String collection,
        String container,
        @JsonProperty("id") String containerId,
        List<Condition> conditions) {

    public AccessFilter {
        conditions = List.copyOf(conditions);
    }
}
