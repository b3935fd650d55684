package io.keyledger.server.controlplane.documentation;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.api.apikey.DocumentationId;
import io.keyledger.api.campaign.CampaignId;
import io.keyledger.api.campaign.CampaignSchema;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.RateLimits.Window;
import io.keyledger.api.hub.RowCollection;
import io.keyledger.query.inventory.CampaignView;
import io.keyledger.query.inventory.Inventory;
import io.keyledger.query.paging.Cursor;
import io.keyledger.query.verification.DocumentationDirectory;
import io.keyledger.query.verification.DocumentationDirectory.Documented;
import io.keyledger.query.verification.HubDirectory;
import io.keyledger.server.controlplane.Freshness;
import io.keyledger.server.controlplane.documentation.KeyDoc.Permission;
import io.keyledger.verdict.profile.CompiledProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the documentation of a key together, as of now. */
@Component
final class KeyDocs {

    /** A general key of a workspace with more campaigns is documented by the first of them. */
    private static final int MOST_CAMPAIGNS = 50;

    private final DocumentationDirectory directory;
    private final HubDirectory hubs;
    private final Inventory inventory;
    private final Freshness freshness;

    KeyDocs(
            DocumentationDirectory directory,
            HubDirectory hubs,
            Inventory inventory,
            Freshness freshness) {
        this.directory = directory;
        this.hubs = hubs;
        this.inventory = inventory;
        this.freshness = freshness;
    }

    /**
     * The documentation, while the key opens anything.
     *
     * @param basePath of the hub, under which it was asked for
     * @param origin of the control plane, as the reader wrote it
     */
    Optional<KeyDoc> find(DocumentationId id, String basePath, String origin) {
        return directory
                .find(id)
                .flatMap(key ->
                        hubs.published(key.hub())
                                .filter(hub -> hub.source().basePath().equals(basePath))
                                .map(hub -> document(id, key, hub, baseUrl(hub, origin))));
    }

    private KeyDoc document(
            DocumentationId id, Documented key, CompiledProfile hub, String baseUrl) {
        // A schema that is a little old is better than none; whether there is a page is not asked
        // of it.
        boolean _ = freshness.catchesUp(Inventory.GROUP);
        return new KeyDoc(
                hub.source().title(),
                hub.source().keys().called(),
                baseUrl,
                hub.source().basePath() + DocumentationLinks.FOLDER + id.value() + "/openapi.json",
                permissions(key, hub),
                limits(hub.limits(key.plan())),
                campaigns(key).flatMap(it -> document(key, hub, baseUrl, it).stream()).toList());
    }

    private static Optional<CampaignDoc> document(
            Documented key, CompiledProfile hub, String baseUrl, CampaignView campaign) {
        return hub.source().collections().stream()
                .filter(collection -> collection.name().equals(campaign.collection()))
                .findFirst()
                .map(collection -> document(key, hub, baseUrl, campaign, collection));
    }

    private static CampaignDoc document(
            Documented key,
            CompiledProfile hub,
            String baseUrl,
            CampaignView campaign,
            RowCollection collection) {
        AdmittedValues admitted = new AdmittedValues(key.filter());
        CampaignSchema schema = campaign.schema();
        List<FieldDoc> fields =
                schema.fields().stream()
                        .map(field -> FieldDoc.of(field, schema, admitted))
                        .toList();
        List<FieldDoc> row = new ArrayList<>(fields);
        if (!schema.statuses().isEmpty()) {
            row.add(FieldDoc.status(schema.statuses(), admitted));
        }
        AccessFilter reach =
                Objects.requireNonNullElseGet(
                        key.filter(),
                        () ->
                                new AccessFilter(
                                        collection.name(),
                                        collection.container(),
                                        campaign.externalId(),
                                        List.of()));
        Examples examples = new Examples(baseUrl, collection, row, admitted);
        return new CampaignDoc(
                campaign.name(),
                collection.container(),
                collection.name(),
                admitted.inWords(),
                fields,
                admitted.among(CampaignSchema.STATUS, schema.statuses()),
                new Operations(hub, collection, reach, Set.copyOf(key.scopes()), examples).all());
    }

    private Stream<CampaignView> campaigns(Documented key) {
        CampaignId campaign = key.campaign();
        return campaign == null
                ? inventory
                        .campaignsOf(key.workspace(), Cursor.START, MOST_CAMPAIGNS)
                        .items()
                        .stream()
                        .filter(view -> view.archivedAt() == null)
                : inventory.campaign(campaign.value()).stream();
    }

    private static List<Permission> permissions(Documented key, CompiledProfile hub) {
        Set<String> scopes = Set.copyOf(key.scopes());
        return hub.source().scopes().stream()
                .filter(scope -> hub.satisfied(scopes, scope.name()))
                .map(scope -> new Permission(scope.name(), scope.description()))
                .toList();
    }

    private static String baseUrl(CompiledProfile hub, String origin) {
        return hub.source().hosts().stream()
                .findFirst()
                .map(host -> "https://" + host)
                .orElse(origin + hub.source().basePath());
    }

    private static List<String> limits(@Nullable RateLimits limits) {
        return limits == null
                ? List.of()
                : limits.windows().stream().map(KeyDocs::inWords).toList();
    }

    private static String inWords(Window window) {
        String burst =
                window.burst() == window.requests()
                        ? ""
                        : ", at most " + window.burst() + " at once";
        return "%,d requests in %s%s".formatted(window.requests(), inWords(window.per()), burst);
    }

    private static String inWords(Duration per) {
        if (per.toDays() > 0 && per.equals(Duration.ofDays(per.toDays()))) {
            return amount(per.toDays(), "day");
        }
        if (per.toHours() > 0 && per.equals(Duration.ofHours(per.toHours()))) {
            return amount(per.toHours(), "hour");
        }
        if (per.toMinutes() > 0 && per.equals(Duration.ofMinutes(per.toMinutes()))) {
            return amount(per.toMinutes(), "minute");
        }
        return amount(per.toSeconds(), "second");
    }

    private static String amount(long count, String unit) {
        return count == 1 ? "a " + unit : count + " " + unit + "s";
    }
}
