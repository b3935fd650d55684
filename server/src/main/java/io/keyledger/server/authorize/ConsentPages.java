package io.keyledger.server.authorize;

import io.keyledger.query.oauth.WorkspaceChoice;
import io.keyledger.server.authorize.Reading.Understood;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.page.PageAnswer.Shown;
import io.keyledger.server.page.Period;
import io.keyledger.server.page.Permission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a person is asked on behalf of an app: in which workspace, and whether at all. */
final class ConsentPages {

    /** Which of their workspaces the app may act in. */
    Shown choice(OAuthHub hub, Understood request, List<WorkspaceChoice> offered) {
        Map<String, Object> model = about(hub, request);
        model.put(
                "choices",
                offered.stream()
                        .map(choice ->
                                new Choice(
                                        choice.name(), choice.plan(), link(hub, request, choice)))
                        .toList());
        return page("choose-workspace", request, model);
    }

    /** Whether the app may do what it asks for. */
    Shown consent(
            OAuthHub hub,
            Understood request,
            WorkspaceChoice workspace,
            List<WorkspaceChoice> offered) {
        Map<String, Object> model = about(hub, request);
        model.put("workspace", workspace.workspace().value());
        model.put("workspaceName", workspace.name());
        model.put("permissions", Permission.all(hub, request.asked().scopes()));
        model.put("longest", Period.inWords(hub.rules().refreshTokenAbsolute()));
        model.put("unused", Period.inWords(hub.rules().refreshTokenIdle()));
        if (offered.size() > 1) {
            model.put("others", hub.authorizeName() + "?" + request.carried().query());
        }
        return page("consent", request, model);
    }

    private static Map<String, Object> about(OAuthHub hub, Understood request) {
        Map<String, Object> model = new HashMap<>();
        String self = hub.authorizeName() + "?" + request.carried().query();
        model.put("app", request.asked().app().name());
        model.put("back", request.asked().back().shown());
        model.put("self", self);
        String logo = request.asked().app().logo();
        if (logo != null) {
            model.put("logo", logo);
        }
        return model;
    }

    private static Shown page(String template, Understood request, Map<String, Object> model) {
        return new Shown(200, template, model, List.of(request.asked().back().formTarget()));
    }

    private static String link(OAuthHub hub, Understood request, WorkspaceChoice choice) {
        return hub.authorizeName() + "?" + request.carried().query(choice.workspace().value());
    }

    /** A workspace that can be chosen. */
    record Choice(String name, String plan, String link) {}
}
