package io.keyledger.server.system;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A workspace with one of each thing in it, and an address for each route of the console. */
final class ConsolePlace {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(:\\w+)?}");

    final Console console;
    final HubPeople hub;
    private final String plan;
    private final String workspace;
    private final Map<String, String> things = new HashMap<>();

    private ConsolePlace(RunningServer server, String name, String plan) throws IOException {
        this.plan = plan;
        console = new Console(server, name);
        hub = new HubPeople(server, name);
        workspace = hub.workspace("Acme", plan);
        things.put("workspace", workspace);
        things.put("hub", name);
        things.put("extension", "csv");
        things.put("projection", "inventory");
        things.put("account", hub.staff("member", workspace).account());
    }

    /** At the hub that has OAuth. */
    static ConsolePlace withApps(RunningServer server) throws IOException {
        ConsolePlace place = new ConsolePlace(server, "nextoria", "growth");
        HubPeople.App app =
                place.hub.app(
                        place.workspace,
                        "confidential",
                        List.of("https://yourapp.com/callback"),
                        List.of("projects:read"));
        place.things.put("app", app.id());
        place.things.put("grant", place.grant(app));
        place.things.put(
                "key", place.made("keys", "{\"name\":\"K\",\"scopes\":[\"projects:read\"]}"));
        return place;
    }

    /** At the hub that has campaigns. */
    static ConsolePlace withCampaigns(RunningServer server) throws IOException {
        ConsolePlace place = new ConsolePlace(server, "hubhus", "standard");
        String campaign =
                place.made(
                        "campaigns",
                        """
                        {"name":"Spring","schema":{"fields":[{"name":"city","label":"City",
                         "type":"text"}],"selects":[],"statuses":[]}}
                        """);
        place.hub
                .admin()
                .put(
                        "/admin/v1/campaigns/" + campaign + "/filters/mine",
                        """
                        {"conditions":[{"field":"city","operator":"equals","values":["Oslo"]}]}
                        """);
        place.things.put("campaign", campaign);
        place.things.put("filter", "mine");
        return place;
    }

    Visitor staff(String role) throws IOException {
        return console.visitor(hub.staff(role, workspace));
    }

    String workspace() {
        return workspace;
    }

    /** The id of one of the things in it. */
    String thing(String name) {
        return value(things, name);
    }

    /** Another workspace of the same hub. */
    String another() throws IOException {
        return hub.workspace("Elsewhere", plan);
    }

    /** The address of a route, with the things of this workspace, below any workspace. */
    String address(ConsoleRoute route, String inWorkspace) {
        Map<String, String> all = new HashMap<>(things);
        all.put("workspace", inWorkspace);
        return console.url("").replaceAll("/console/.*", "")
                + VARIABLE.matcher(route.path()).replaceAll(it -> value(all, it.group(1)));
    }

    boolean has(ConsoleRoute route) {
        Matcher variable = VARIABLE.matcher(route.path());
        return variable.results().allMatch(it -> things.containsKey(it.group(1)));
    }

    private static String value(Map<String, String> all, String name) {
        return Matcher.quoteReplacement(Objects.requireNonNull(all.get(name), name));
    }

    private String made(String what, String body) throws IOException {
        return Admin.json(hub.admin().post("/admin/v1/workspaces/" + workspace + "/" + what, body))
                .get("id")
                .stringValue();
    }

    private String grant(HubPeople.App app) throws IOException {
        HttpResponse<String> token =
                Visitor.anywhere()
                        .post(
                                hub.url("/v1/oauth/token"),
                                Map.of(
                                        "grant_type", "client_credentials",
                                        "client_id", app.id(),
                                        "client_secret", app.secret()));
        String access = Admin.json(token).get("access_token").stringValue();
        return hub.admin()
                .verdict("{\"token\":\"%s\",\"hub\":\"nextoria\",\"cost\":0}".formatted(access))
                .get("credential")
                .stringValue();
    }
}
