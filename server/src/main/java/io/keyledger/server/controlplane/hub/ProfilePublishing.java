package io.keyledger.server.controlplane.hub;

import io.keyledger.api.hub.HubCommand.PublishHubProfile;
import io.keyledger.api.hub.HubId;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.query.verification.HubDirectory;
import io.keyledger.server.controlplane.Mutations;
import io.keyledger.server.controlplane.PathIds;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.controlplane.caller.EntityTag;
import io.keyledger.server.idempotency.Answer;
import io.keyledger.server.ledger.CommandResult;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /admin/v1/hubs/{hub}/profile}: publishes a profile, of a new hub as well, or with
 * {@code dryRun=true} tells what that would do.
 */
@RestController
@OnCommandNode
final class ProfilePublishing {

    private final Mutations mutations;
    private final HubDirectory hubs;
    private final ProfilePreview preview;

    ProfilePublishing(Mutations mutations, HubDirectory hubs, ProfilePreview preview) {
        this.mutations = mutations;
        this.hubs = hubs;
        this.preview = preview;
    }

    @PostMapping(
            path = "/admin/v1/hubs/{hub}/profile",
            consumes = {
                ProfileYaml.YAML,
                ProfileYaml.TEXT_YAML,
                ProfileYaml.X_YAML,
                ProfileYaml.TEXT_X_YAML,
                MediaType.APPLICATION_JSON_VALUE
            })
    ResponseEntity<? extends PublicationAnswer> publish(
            @PathVariable String hub,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable String reason,
            @RequestBody(required = false) byte @Nullable [] body,
            Caller caller) {
        HubId id = PathIds.hub(hub);
        HubProfile profile = ProfileYaml.read(body, id);
        if (dryRun) {
            return ResponseEntity.ok(preview.of(profile));
        }
        return mutations.once(
                caller,
                Map.of("profile", HexFormat.of().formatHex(body == null ? new byte[0] : body)),
                ProfilePublished.class,
                id.value(),
                _ -> publish(profile, reason, caller));
    }

    private Answer<ProfilePublished> publish(
            HubProfile profile, @Nullable String reason, Caller caller) {
        int before = hubs.published(profile.hub()).map(CompiledProfile::version).orElse(0);
        CommandResult result = mutations.send(caller, reason, new PublishHubProfile(profile));
        int version = Math.toIntExact(result.version() + 1);
        return new Answer<>(
                before == 0 ? 201 : 200,
                Map.of(
                        HttpHeaders.LOCATION,
                        "/admin/v1/hubs/" + profile.hub() + "/profile",
                        HttpHeaders.ETAG,
                        EntityTag.of(result.version())),
                new ProfilePublished(
                        profile.hub().value(),
                        version,
                        version > before,
                        mutations.receipt(result)));
    }
}
