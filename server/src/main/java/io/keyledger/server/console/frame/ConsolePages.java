package io.keyledger.server.console.frame;

import io.keyledger.api.hub.HubProfile;
import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.ConsoleVisit;
import io.keyledger.server.console.access.Operator;
import io.keyledger.server.console.access.SignedIn;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.node.OnCommandNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Puts pages into their frame. A template is named below {@code templates/console}, and finds in
 * its model, besides what the page gives:
 *
 * <ul>
 *   <li>{@code hubTitle}, {@code home} (path of the first page), {@code styles}, {@code scripts}
 *   <li>{@code csrf} and {@code once}, which every form sends along
 *   <li>{@code who}, when somebody is signed in; {@code menu} and {@code place}, the name of the
 *       workspace
 *   <li>{@code access}, on pages of a workspace; its {@code path} makes links
 * </ul>
 */
@Component
@OnCommandNode
public class ConsolePages {

    /** What was sent cannot be taken as it is; the page says why, beside the fields. */
    private static final HttpStatus NOT_TAKEN = HttpStatus.UNPROCESSABLE_CONTENT;

    private final ConsoleFiles files;

    ConsolePages(ConsoleFiles files) {
        this.files = files;
    }

    /** A page that nobody has to be signed in for, and no hub's. */
    public ModelAndView outside(String template, Map<String, ?> model) {
        ModelAndView page = new ModelAndView("console/" + template);
        page.addObject("hubTitle", "Keyledger");
        page.addObject("home", ConsolePath.ROOT);
        page.addObject("styles", files.styles());
        page.addObject("scripts", files.scripts());
        page.addObject("menu", List.of());
        page.addAllObjects(model);
        return page;
    }

    /** A page of a hub that nobody has to be signed in for. */
    public ModelAndView open(ConsoleVisit visit, String template, Map<String, ?> model) {
        ModelAndView page = outside(template, model);
        page.addObject("hubTitle", visit.hub().title());
        page.addObject("home", ConsolePath.of(visit.hub().hub()));
        page.addObject("csrf", visit.session().csrf());
        page.addObject("once", UUID.randomUUID().toString());
        return page;
    }

    /** A page of those who are signed in, whatever they may do. */
    public ModelAndView show(SignedIn who, String template, Map<String, ?> model) {
        ModelAndView page =
                open(
                        new ConsoleVisit(who.hub(), who.session(), null, who.request()),
                        template,
                        model);
        page.addObject("who", who);
        return page;
    }

    /** A page of those who run Keyledger. */
    public ModelAndView show(
            Operator operator, OperatorSection section, String template, Map<String, ?> model) {
        ModelAndView page = show(operator.who(), template, model);
        page.addObject("operator", operator);
        page.addObject("menu", menu(operator.who(), section));
        return page;
    }

    /** A page of a workspace. */
    public ModelAndView show(
            WorkspaceAccess access, Section section, String template, Map<String, ?> model) {
        ModelAndView page = show(access.who(), template, model);
        page.addObject("access", access);
        page.addObject("place", access.workspace().name());
        page.addObject("menu", menu(access, section));
        return page;
    }

    /** The same page for a form that could not be taken. */
    public static ModelAndView notTaken(ModelAndView page) {
        page.setStatus(NOT_TAKEN);
        return page;
    }

    /** Another page, to be read: a browser never sends a form on to it. */
    public static ModelAndView elsewhere(String path) {
        ModelAndView redirect = new ModelAndView("redirect:" + path);
        redirect.setStatus(HttpStatus.SEE_OTHER);
        return redirect;
    }

    private static List<MenuItem> menu(WorkspaceAccess access, Section here) {
        HubProfile hub = access.hub();
        return Arrays.stream(Section.values())
                .filter(it -> it.isIn(hub))
                .map(it -> new MenuItem(it.title(hub), access.path(it.path()), it == here))
                .toList();
    }

    private static List<MenuItem> menu(SignedIn who, OperatorSection here) {
        return Arrays.stream(OperatorSection.values())
                .map(it -> new MenuItem(it.title(), who.path(it.path()), it == here))
                .toList();
    }
}
