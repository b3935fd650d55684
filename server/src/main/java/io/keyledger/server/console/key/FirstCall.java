package io.keyledger.server.console.key;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.Route;
import io.keyledger.api.hub.RoutePattern;
import io.keyledger.api.hub.RoutePattern.Segment;
import io.keyledger.query.inventory.Bindable;
import io.keyledger.query.inventory.CampaignView;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.verification.HubDirectory;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.controlplane.key.BindingBody;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.verdict.profile.CompiledProfile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The command line that a hub's guide begins with, for a new key. */
@Component
@OnCommandNode
class FirstCall {

    private final HubDirectory hubs;
    private final Inventory inventory;

    FirstCall(HubDirectory hubs, Inventory inventory) {
        this.hubs = hubs;
        this.inventory = inventory;
    }

    /**
     * A call that the key may make and that needs nothing but the key; nothing when there is none.
     *
     * @param filter that the key is bound to, as forms send it
     */
    Optional<String> command(
            WorkspaceAccess access, List<String> scopes, String filter, String secret) {
        return hubs.published(access.hub().hub())
                .flatMap(it -> path(access, it, Set.copyOf(scopes), filter))
                .map(path ->
                        "curl -H 'Authorization: Bearer %s' '%s%s'"
                                .formatted(secret, baseUrl(access.hub()), path));
    }

    private Optional<String> path(
            WorkspaceAccess access, CompiledProfile hub, Set<String> scopes, String filter) {
        String container = container(access, FilterChoice.read(filter));
        return hub.source().routes().stream()
                .filter(it -> it.method().equals("GET") && isAllowed(it, hub, scopes))
                .flatMap(it -> path(it, hub.source(), container).stream())
                .findFirst();
    }

    private static boolean isAllowed(Route route, CompiledProfile hub, Set<String> scopes) {
        String scope = route.scope();
        return scope != null && hub.satisfied(scopes, scope);
    }

    /** The path, when there is nothing to fill in but what is known. */
    private static Optional<String> path(Route route, HubProfile hub, @Nullable String container) {
        RoutePattern pattern = RoutePattern.parse(route.pattern());
        boolean isComplete =
                !pattern.open()
                        && pattern.segments().stream()
                                .allMatch(it -> segment(it, hub, container) != null);
        return isComplete
                ? Optional.of(
                        pattern.segments().stream()
                                .map(it -> "/" + segment(it, hub, container))
                                .collect(Collectors.joining()))
                : Optional.empty();
    }

    private static @Nullable String segment(
            Segment segment, HubProfile hub, @Nullable String container) {
        return switch (segment) {
            case Segment.Literal(String text) -> text;
            case Segment.Parameter(String name) ->
                    container != null
                                    && hub.collections().stream()
                                            .anyMatch(it -> it.parameter().equals(name))
                            ? UriUtils.encode(container, StandardCharsets.UTF_8)
                            : null;
        };
    }

    /** The campaign of the key or, of a general one, the first there is; as paths name it. */
    private @Nullable String container(WorkspaceAccess access, @Nullable BindingBody binding) {
        Optional<String> campaign =
                binding == null
                        ? inventory.bindable(access.workspace().id(), 1).stream()
                                .map(Bindable::campaign)
                                .findFirst()
                        : Optional.ofNullable(binding.campaign());
        return campaign.flatMap(inventory::campaign).map(CampaignView::externalId).orElse(null);
    }

    private static String baseUrl(HubProfile hub) {
        return hub.hosts().stream()
                .findFirst()
                .map(it -> "https://" + it)
                .orElseGet(() ->
                        ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                                + hub.basePath());
    }
}
