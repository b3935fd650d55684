package io.keyledger.query.verification;

import io.keyledger.api.access.Condition;
import io.keyledger.api.access.Operator;
import io.keyledger.api.account.AccountEvent.AccountClosed;
import io.keyledger.api.account.AccountEvent.WorkspaceLeft;
import io.keyledger.api.account.MemberRole;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyAddressesRestricted;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyExpirySet;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyIssued;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRenamed;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRevoked;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyRotated;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeyScopesChanged;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRetired;
import io.keyledger.api.apikey.ApiKeyEvent.ApiKeySecretRevoked;
import io.keyledger.api.campaign.CampaignEvent.CampaignCreated;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterChanged;
import io.keyledger.api.campaign.CampaignEvent.CampaignFilterDefined;
import io.keyledger.api.campaign.CampaignId;
import io.keyledger.api.campaign.CampaignSchema;
import io.keyledger.api.campaign.FilterBinding;
import io.keyledger.api.grant.GrantEvent.AccessTokenRevoked;
import io.keyledger.api.grant.GrantEvent.GrantRevoked;
import io.keyledger.api.grant.RevocationCause;
import io.keyledger.api.hub.HubEvent.HubProfilePublished;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.Plan;
import io.keyledger.api.hub.Route;
import io.keyledger.api.hub.RowCollection;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppDeleted;
import io.keyledger.api.oauthapp.OAuthAppEvent.OAuthAppScopesChanged;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspacePlanChanged;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceResumed;
import io.keyledger.api.workspace.WorkspaceEvent.WorkspaceSuspended;
import io.keyledger.query.oauth.OAuthExamples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A workspace with a free key, a bound key, and two grants, to which things happen that commands
 * could have led to: all that can change a verdict, and some that cannot.
 */
final class RandomWorld {

    static final int FREE = 1;
    static final int BOUND = 2;
    static final CampaignId CAMPAIGN = new CampaignId("cmp_" + "c".repeat(20));

    private static final List<List<String>> SCOPES =
            List.of(
                    List.of("read:members"),
                    List.of("write:members"),
                    List.of("read:members", "write:members"),
                    List.of("read:leads", "read:members"));

    private final Random random;
    private final int[] generations = {0, 1, 1};
    private final int[] tokens = {0, 1, 1};
    private int version = 1;
    private String plan = "enterprise";
    private boolean suspended;
    private boolean member = true;
    private final boolean[] gone = new boolean[8];

    RandomWorld(long seed) {
        this.random = new Random(seed);
    }

    /** How it begins. */
    List<Object> beginning() {
        List<Object> events = new ArrayList<>();
        events.add(new HubProfilePublished(Examples.HUB, 1, profile(0)));
        events.add(Examples.workspaceRegistered());
        events.add(
                new CampaignCreated(
                        CAMPAIGN,
                        Examples.WORKSPACE,
                        Examples.HUB,
                        "leads",
                        "campaign",
                        "1",
                        "Spring",
                        new CampaignSchema(List.of(), List.of(), List.of())));
        events.add(new CampaignFilterDefined(CAMPAIGN, "Vendor", conditions()));
        events.add(issued(FREE, null));
        events.add(issued(BOUND, new FilterBinding(CAMPAIGN, "Vendor")));
        events.add(OAuthExamples.registered(1));
        events.add(OAuthExamples.person(1));
        events.add(OAuthExamples.joined(1));
        events.add(OAuthExamples.approved(1, 1, 1));
        events.add(OAuthExamples.redeemed(1));
        events.add(OAuthExamples.ownToken(2, 1));
        return events;
    }

    /** Something that happens at this instant. */
    Object next(Instant now) {
        List<Supplier<@Nullable Object>> all =
                List.of(
                        () ->
                                new HubProfilePublished(
                                        Examples.HUB, ++version, profile(random.nextInt(4))),
                        this::changePlan,
                        this::suspendOrResume,
                        () -> suspended ? suspendOrResume() : null,
                        () ->
                                new CampaignFilterChanged(
                                        CAMPAIGN, "Vendor", List.of(), conditions()),
                        () -> ofKey(FREE, now),
                        () -> ofKey(FREE, now),
                        () -> ofKey(BOUND, now),
                        () -> ofGrant(1),
                        () -> ofGrant(2),
                        this::ofApp,
                        this::ofPerson);
        Object event = null;
        while (event == null) {
            event = pick(all).get();
        }
        return event;
    }

    /** The generations that a key's secrets, or a grant's tokens, have had. */
    int secrets(int key) {
        return generations[key];
    }

    int tokens(int grant) {
        return tokens[grant];
    }

    /** The secret of a key's generation. */
    static String secret(int key, int generation) {
        return Examples.token(key * 1_000 + generation);
    }

    private Object changePlan() {
        String before = plan;
        plan = pick(List.of("enterprise", "enterprise", "enterprise", "team", "free"));
        return new WorkspacePlanChanged(Examples.WORKSPACE, before, plan);
    }

    /** Seldom suspended, and never for long. */
    private @Nullable Object suspendOrResume() {
        if (!suspended && random.nextInt(3) > 0) {
            return null;
        }
        suspended = !suspended;
        return suspended
                ? new WorkspaceSuspended(Examples.WORKSPACE)
                : new WorkspaceResumed(Examples.WORKSPACE);
    }

    private @Nullable Object ofKey(int key, Instant now) {
        if (gone[key]) {
            return null;
        }
        return switch (random.nextInt(10)) {
            case 0, 9 -> new ApiKeyScopesChanged(Examples.key(key), List.of(), pick(SCOPES));
            case 2 -> new ApiKeyExpirySet(Examples.key(key), null, expiry(now));
            case 1, 3 ->
                    new ApiKeyAddressesRestricted(
                            Examples.key(key),
                            List.of(),
                            pick(List.of(List.of(), List.of("203.0.113.0/24"))));
            case 4, 5 -> rotated(key, now);
            case 6 ->
                    new ApiKeySecretRevoked(
                            Examples.key(key), 1 + random.nextInt(generations[key]));
            case 7 ->
                    generations[key] == 1
                            ? new ApiKeyRenamed(Examples.key(key), "A key", "Another")
                            : new ApiKeySecretRetired(Examples.key(key), generations[key] - 1);
            default -> seldom(key, new ApiKeyRevoked(Examples.key(key)));
        };
    }

    private ApiKeyRotated rotated(int key, Instant now) {
        int generation = ++generations[key];
        return new ApiKeyRotated(
                Examples.key(key),
                generation,
                Examples.record(secret(key, generation)),
                generation - 1,
                now.plusMillis(random.nextInt(30)));
    }

    private @Nullable Instant expiry(Instant now) {
        return random.nextInt(3) > 0 ? null : now.plusMillis(random.nextInt(40));
    }

    private @Nullable Object ofGrant(int grant) {
        if (gone[2 + grant] || !member) {
            return null;
        }
        return switch (random.nextInt(4)) {
            case 0, 1 -> grant == 1 ? OAuthExamples.refreshed(1, ++tokens[1]) : null;
            case 2 ->
                    new AccessTokenRevoked(
                            OAuthExamples.grant(grant), 1 + random.nextInt(tokens[grant]));
            default ->
                    seldom(
                            2 + grant,
                            new GrantRevoked(
                                    OAuthExamples.grant(grant), RevocationCause.REQUESTED));
        };
    }

    private @Nullable Object ofApp() {
        if (gone[5]) {
            return null;
        }
        return random.nextInt(3) > 0
                ? new OAuthAppScopesChanged(OAuthExamples.app(1), List.of(), pick(SCOPES))
                : seldom(5, new OAuthAppDeleted(OAuthExamples.app(1)));
    }

    private @Nullable Object ofPerson() {
        if (gone[6]) {
            return null;
        }
        if (random.nextInt(12) == 0) {
            gone[6] = true;
            return new AccountClosed(OAuthExamples.account(1));
        }
        if (random.nextInt(4) > 0) {
            return null;
        }
        member = !member;
        return member
                ? OAuthExamples.joined(1)
                : new WorkspaceLeft(
                        OAuthExamples.account(1), Examples.WORKSPACE, MemberRole.MEMBER);
    }

    /** What ends something for good happens seldom, or there would be nothing left to look at. */
    private @Nullable Object seldom(int what, Object event) {
        if (random.nextInt(4) > 0) {
            return null;
        }
        gone[what] = true;
        return event;
    }

    private static ApiKeyIssued issued(int key, @Nullable FilterBinding binding) {
        return new ApiKeyIssued(
                Examples.key(key),
                Examples.WORKSPACE,
                Examples.HUB,
                "A key",
                List.of("read:members", "read:leads"),
                null,
                List.of(),
                Map.of(),
                binding,
                null,
                Examples.record(secret(key, 1)));
    }

    private List<Condition> conditions() {
        return List.of(
                new Condition(
                        "source", Operator.EQUALS, List.of(pick(List.of("Web", "Vendor XYZ")))));
    }

    /** Variants of a profile: with fewer routes, another scope, other plans. */
    private static HubProfile profile(int variant) {
        HubProfile plain = Examples.profile(1_000_000);
        List<Route> routes = new ArrayList<>();
        routes.add(
                new Route(
                        "GET", "/v1/members", variant == 1 ? "write:members" : "read:members", 1));
        routes.add(new Route("GET", "/v1/campaigns/{campaign}/leads", "read:members", 1));
        if (variant != 2) {
            routes.add(new Route("POST", "/v1/members", "write:members", 1));
        }
        Plan entitled = new Plan(Set.of("api-access"), null);
        Plan other = new Plan(Set.of(), null);
        return new HubProfile(
                plain.hub(),
                plain.title(),
                plain.basePath(),
                plain.hosts(),
                plain.keys(),
                plain.scopes(),
                variant == 3
                        ? Map.of("enterprise", other, "team", entitled)
                        : Map.of("enterprise", entitled, "team", other),
                plain.access(),
                plain.limits(),
                routes,
                plain.errors(),
                null,
                List.of(new RowCollection("leads", "campaign", "campaign")));
    }

    /** Often none: then the position has to decide. */
    Duration pause() {
        return pick(
                List.of(
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ofNanos(1_000),
                        Duration.ofNanos(500_000),
                        Duration.ofMillis(1),
                        Duration.ofMillis(7),
                        Duration.ofMillis(20)));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
