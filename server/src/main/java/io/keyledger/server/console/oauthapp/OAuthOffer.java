package io.keyledger.server.console.oauthapp;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.server.console.access.Absent;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.oauth.hub.OAuthHubs;
import io.keyledger.server.page.Permission;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a workspace's hub offers to apps; where it has no OAuth, there is nothing of all this. */
@Component
@OnCommandNode
public class OAuthOffer {

    private final OAuthHubs hubs;

    OAuthOffer(OAuthHubs hubs) {
        this.hubs = hubs;
    }

    public OAuthHub of(WorkspaceAccess access) {
        return hubs.withId(access.hub().hub().value()).orElseThrow(Absent::page);
    }

    /** What an app may ask for, each with its meaning; named as the catalogue has it. */
    static List<Permission> choices(HubProfile hub) {
        return hub.scopes().stream()
                .map(it -> new Permission(it.name(), it.description()))
                .toList();
    }

    /** What people may be asked to allow, as the hub's guide spells it. */
    public static List<Permission> permissions(OAuthHub hub, List<String> scopes) {
        return scopes.stream()
                .flatMap(name -> hub.profile().scope(name).stream())
                .map(it -> new Permission(hub.spelling().written(it.name()), it.description()))
                .toList();
    }
}
