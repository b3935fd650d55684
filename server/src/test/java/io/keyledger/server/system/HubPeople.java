package io.keyledger.server.system;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** People and apps of one hub, made by the admin API, and what the people do in their browsers. */
final class HubPeople {

    static final String PASSWORD = "correct horse battery staple";

    /** RFC 7636, appendix B. */
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final Admin admin;
    private final String hub;
    private final String base;

    HubPeople(RunningServer server, String hub) {
        this.admin = new Admin(server);
        this.hub = hub;
        this.base = server.controlPlane() + "/" + hub;
    }

    /** The whole URL of one of the hub's pages or endpoints. */
    String url(String path) {
        return base + path;
    }

    Admin admin() {
        return admin;
    }

    String workspace(String name, String plan) throws IOException {
        return made("/admin/v1/hubs/" + hub + "/workspaces", Map.of("name", name, "plan", plan));
    }

    /** Somebody who belongs to these workspaces, and signs in with {@link #PASSWORD}. */
    Person person(String... workspaces) throws IOException {
        return person(Map.of(), workspaces);
    }

    /** Somebody with this role in one workspace. */
    Person staff(String role, String workspace) throws IOException {
        Person person = person();
        join(person, workspace, role);
        return person;
    }

    /** Gives somebody a role in a workspace. */
    void join(Person person, String workspace, String role) throws IOException {
        require(
                admin.put(
                        "/admin/v1/workspaces/" + workspace + "/members/" + person.account(),
                        json(Map.of("role", role))));
    }

    /** The same, with an identity at a provider; none when that is empty. */
    Person person(Map<String, String> identity, String... workspaces) throws IOException {
        String email = "ada-" + System.nanoTime() + "@example.com";
        Map<String, Object> body = new HashMap<>(Map.of("email", email, "name", "Ada Lovelace"));
        if (!identity.isEmpty()) {
            body.put("identity", identity);
        }
        String account = made("/admin/v1/hubs/" + hub + "/accounts", body);
        require(
                admin.put(
                        "/admin/v1/accounts/" + account + "/password",
                        json(Map.of("password", PASSWORD))));
        for (String workspace : workspaces) {
            join(new Person(account, email), workspace, "member");
        }
        return new Person(account, email);
    }

    App app(String workspace, String type, List<String> redirectUris, List<String> scopes)
            throws IOException {
        JsonNode answer =
                Admin.json(
                        require(
                                admin.post(
                                        "/admin/v1/workspaces/" + workspace + "/oauth-apps",
                                        json(
                                                Map.of(
                                                        "name",
                                                        "Zapier",
                                                        "type",
                                                        type,
                                                        "redirectUris",
                                                        redirectUris,
                                                        "scopes",
                                                        scopes)))));
        JsonNode secret = answer.get("clientSecret");
        return new App(answer.get("id").stringValue(), secret == null ? "" : secret.stringValue());
    }

    /** The answer to a person who fills the sign-in form in. */
    HttpResponse<String> signIn(Visitor visitor, Person person) throws IOException {
        return signIn(visitor, person.email(), PASSWORD);
    }

    HttpResponse<String> signIn(Visitor visitor, String email, String password) throws IOException {
        return signIn(visitor, visitor.open(url("/oauth/sign-in")), email, password);
    }

    HttpResponse<String> signIn(
            Visitor visitor, HttpResponse<String> page, String email, String password)
            throws IOException {
        return visitor.submit(page, "sign-in", Map.of("email", email, "password", password));
    }

    private String made(String path, Map<String, ?> body) throws IOException {
        return Admin.json(require(admin.post(path, json(body)))).get("id").stringValue();
    }

    private static String json(Map<String, ?> body) {
        return Admin.JSON.writeValueAsString(body);
    }

    private static HttpResponse<String> require(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    record Person(String account, String email) {}

    record App(String id, String secret) {}
}
