package io.keyledger.command.profile;

import io.keyledger.api.hub.AccessRules;
import io.keyledger.api.hub.ErrorDialect;
import io.keyledger.api.hub.ErrorDialect.Form;
import io.keyledger.api.hub.HubProfile;
import io.keyledger.api.hub.KeyRules;
import io.keyledger.api.hub.Plan;
import io.keyledger.api.hub.RateLimits;
import io.keyledger.api.hub.Refusal;
import io.keyledger.api.hub.Route;
import io.keyledger.api.hub.RowCollection;
import io.keyledger.api.hub.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Writes a hub profile as YAML: what {@link HubProfileReader} reads as the same profile. Defaults
 * are written out, so that nothing depends on what a later release takes for granted.
 */
public final class HubProfileWriter {

    private static final int WIDTH = 160;

    private static final DumpSettings SETTINGS =
            DumpSettings.builder()
                    .setSchema(new CoreSchema())
                    .setDefaultFlowStyle(FlowStyle.AUTO)
                    .setWidth(WIDTH)
                    .setIndicatorIndent(2)
                    .setIndentWithIndicator(true)
                    .build();

    private HubProfileWriter() {}

    /** The whole profile. */
    public static String write(HubProfile profile) {
        return new Dump(SETTINGS).dumpToString(language(profile));
    }

    private static Map<String, Object> language(HubProfile profile) {
        Fields fields =
                new Fields()
                        .with("hub", profile.hub().value())
                        .with("title", profile.title())
                        .with("base-path", profile.basePath())
                        .withAll("hosts", profile.hosts())
                        .with("keys", keys(profile.keys()))
                        .with("scopes", scopes(profile.scopes()))
                        .with("plans", map(profile.plans(), HubProfileWriter::plan));
        access(profile.access(), fields);
        RateLimits limits = profile.limits();
        return fields.with("limits", limits == null ? null : limits(limits))
                .with("routes", profile.routes().stream().map(HubProfileWriter::route).toList())
                .with("errors", errors(profile.errors()))
                .with("oauth", OAuthWriter.write(profile.oauth()))
                .withAll("collections", collections(profile.collections()))
                .map();
    }

    private static Map<String, Object> keys(KeyRules keys) {
        return new Fields()
                .with("prefix", keys.prefix())
                .with("called", keys.called())
                .with("secrets", Choice.word(keys.secrets()))
                .with("rotation-grace", Durations.written(keys.rotationGrace()))
                .with("longest-grace", Durations.written(keys.longestGrace()))
                .map();
    }

    private static Map<String, Object> scopes(List<Scope> scopes) {
        Map<String, Object> catalogue = new LinkedHashMap<>();
        scopes.forEach(scope -> catalogue.put(scope.name(), scope(scope)));
        return catalogue;
    }

    private static Object scope(Scope scope) {
        return scope.implies().isEmpty()
                ? scope.description()
                : new Fields()
                        .with("text", scope.description())
                        .with("implies", List.copyOf(scope.implies()))
                        .map();
    }

    private static Map<String, Object> plan(Plan plan) {
        RateLimits limits = plan.limits();
        return new Fields()
                .withAll("entitlements", List.copyOf(plan.entitlements()))
                .with("limits", limits == null ? null : limits(limits))
                .map();
    }

    private static void access(AccessRules access, Fields fields) {
        fields.withAll(
                "access",
                new Fields()
                        .with("requires-entitlement", access.requiresEntitlement())
                        .with("https-only", access.httpsOnly() ? true : null)
                        .map());
    }

    private static Map<String, Object> limits(RateLimits limits) {
        return new Fields()
                .with("counted-per", Choice.word(limits.countedPer()))
                .with("windows", limits.windows().stream().map(RateLimits.Window::inWords).toList())
                .with("headers", Choice.word(limits.headers()))
                .map();
    }

    private static Map<String, Object> route(Route route) {
        return new Fields()
                .with(route.method(), route.pattern())
                .with("scope", route.scope())
                .with("cost", route.cost() == 1 ? null : route.cost())
                .map();
    }

    private static Map<String, Object> errors(ErrorDialect errors) {
        Fields fields = new Fields().with("media-type", errors.mediaType());
        if (!errors.body().isEmpty()) {
            fields.with("default", Map.of("body", errors.body()));
        }
        for (Refusal refusal : Refusal.values()) {
            Form form = errors.forms().get(refusal);
            fields.with(Choice.word(refusal), form == null ? null : form(form));
        }
        return fields.map();
    }

    private static Map<String, Object> form(Form form) {
        return new Fields()
                .with("status", form.status())
                .with("code", form.code())
                .with("text", form.text())
                .with("body", form.body())
                .map();
    }

    private static Map<String, Object> collections(List<RowCollection> collections) {
        Map<String, Object> written = new LinkedHashMap<>();
        collections.forEach(it ->
                written.put(
                        it.name(),
                        new Fields()
                                .with("within", it.container())
                                .with("parameter", it.parameter())
                                .withAll("query", it.query())
                                .map()));
        return written;
    }

    private static <T> Map<String, Object> map(Map<String, T> values, Function<T, Object> form) {
        Map<String, Object> written = new LinkedHashMap<>();
        values.forEach((name, value) -> written.put(name, form.apply(value)));
        return written;
    }
}
