package io.keyledger.server.controlplane.hub;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.command.hub.HubProfiles;
import io.keyledger.command.hub.PublicationRules;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.profilechange.ProfileChange;
import io.keyledger.query.profilechange.ProfileChanges;
import io.keyledger.query.verification.HubDirectory;
import io.keyledger.server.controlplane.Freshness;
import io.keyledger.server.controlplane.hub.PreviewAnswer.Named;
import io.keyledger.server.controlplane.hub.PreviewAnswer.PlanAnswer;
import io.keyledger.server.controlplane.hub.PreviewAnswer.RouteAnswer;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.verdict.profile.CompiledProfile;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells what publishing a profile would change, and refuses what publishing would refuse. */
@Component
@OnCommandNode
class ProfilePreview {

    /** Of keys, of workspaces, and of routes. */
    private static final int MOST_LISTED = 100;

    private final HubDirectory hubs;
    private final HubProfiles rules;
    private final ProfileChanges changes;
    private final Freshness freshness;

    ProfilePreview(
            HubDirectory hubs, HubProfiles rules, ProfileChanges changes, Freshness freshness) {
        this.hubs = hubs;
        this.rules = rules;
        this.changes = changes;
        this.freshness = freshness;
    }

    PreviewAnswer of(HubProfile next) {
        Optional<CompiledProfile> current = hubs.published(next.hub());
        Optional<HubProfile> judging = current.map(CompiledProfile::source);
        PublicationRules.check(judging, next, rules);
        freshness.await(Inventory.GROUP);
        return answer(
                next,
                current.map(CompiledProfile::version),
                ProfileChange.between(judging.orElseGet(() -> NewHub.before(next)), next));
    }

    private PreviewAnswer answer(HubProfile next, Optional<Integer> version, ProfileChange change) {
        String hub = next.hub().value();
        return new PreviewAnswer(
                hub,
                true,
                version.isEmpty() || !change.fields().isEmpty(),
                version.orElse(null),
                change.fields(),
                new Named(change.scopesAdded(), change.scopesRemoved()),
                change.scopeMeanings(),
                new Named(change.plansAdded(), change.plansRemoved()),
                change.plans().stream().map(PlanAnswer::of).toList(),
                change.routes().size(),
                change.routes().stream().limit(MOST_LISTED).map(RouteAnswer::of).toList(),
                changes.keysLosing(hub, change.scopesRemoved(), MOST_LISTED),
                changes.workspacesOn(hub, change.plansRemoved(), MOST_LISTED),
                changes.workspacesOn(hub, change.plansLosingAccess(), MOST_LISTED));
    }
}
