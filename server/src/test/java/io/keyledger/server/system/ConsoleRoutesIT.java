package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each route of the console tells those for whom it is not. A route that is new is asked too,
 * and one about something new fails here until {@link ConsolePlace} has one.
 */
@ExtendWith(SharedServer.class)
class ConsoleRoutesIT {

    private static final String NOBODYS = "ws_00000000000000000000";

    private static List<ConsolePlace> places = List.of();
    private static List<Visitors> visitors = List.of();
    private static Visitor auditing = Visitor.anywhere();

    @BeforeAll
    static void prepare(RunningServer server) throws IOException {
        places = List.of(ConsolePlace.withApps(server), ConsolePlace.withCampaigns(server));
        visitors = List.of(Visitors.of(places.get(0)), Visitors.of(places.get(1)));
        HubPeople keyledger = new HubPeople(server, "keyledger");
        auditing =
                new Console(server, "keyledger")
                        .visitor(keyledger.staff("auditor", keyledger.admin().operators()));
    }

    static Stream<ConsoleRoute> ofWorkspaces() {
        return ConsoleRoute.all().stream().filter(ConsoleRoute::isOfWorkspace);
    }

    static Stream<ConsoleRoute> ofOneThing() {
        return ofWorkspaces().filter(ConsoleRoute::isOfOneThing);
    }

    static Stream<ConsoleRoute> formsOfWorkspaces() {
        return ofWorkspaces().filter(ConsoleRoute::isForm);
    }

    static Stream<ConsoleRoute> ofOperators() {
        return ConsoleRoute.all().stream().filter(ConsoleRoute::isOfOperators);
    }

    static Stream<ConsoleRoute> ofSomebody() {
        return ConsoleRoute.all().stream().filter(it -> !it.isOpen());
    }

    static Stream<ConsoleRoute> forms() {
        return ConsoleRoute.all().stream()
                .filter(ConsoleRoute::isForm)
                .filter(it -> !it.path().contains(":keyledger"));
    }

    @Test
    void eachThingOfAWorkspaceIsAskedForSomewhere() {
        assertThat(ofOneThing()).hasSizeGreaterThan(30);
        assertThat(formsOfWorkspaces()).hasSizeGreaterThan(20);
        assertThat(ofOperators()).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @MethodSource("ofWorkspaces")
    void aForeignWorkspaceLooksExactlyLikeNone(ConsoleRoute route) throws IOException {
        int here = place(route);
        Visitor stranger = visitors.get(here).stranger();

        HttpResponse<String> theirs = ask(route, here, stranger, places.get(here).workspace());
        HttpResponse<String> nobodys = ask(route, here, stranger, NOBODYS);

        assertThat(theirs.statusCode()).isEqualTo(404);
        assertThat(theirs.body()).isEqualTo(nobodys.body());
    }

    @ParameterizedTest
    @MethodSource("ofOneThing")
    void aForeignThingIsNotInOnesOwnWorkspace(ConsoleRoute route) throws IOException {
        int here = place(route);
        Visitors people = visitors.get(here);

        assertThat(ask(route, here, people.stranger(), people.elsewhere()).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("ofWorkspaces")
    void aMemberIsNotLetIn(ConsoleRoute route) throws IOException {
        int here = place(route);

        assertThat(
                        ask(route, here, visitors.get(here).member(), places.get(here).workspace())
                                .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("formsOfWorkspaces")
    void anAuditorChangesNothing(ConsoleRoute route) throws IOException {
        int here = place(route);

        assertThat(
                        ask(route, here, visitors.get(here).auditor(), places.get(here).workspace())
                                .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("ofOperators")
    void anAdminOfAWorkspaceRunsNothing(ConsoleRoute route) throws IOException {
        assertThat(ask(route, 0, visitors.get(0).stranger(), NOBODYS).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("ofOperators")
    void whoAuditsKeyledgerReadsAndChangesNothing(ConsoleRoute route) throws IOException {
        String address = address(route, 0, NOBODYS).replace("/nextoria", "/keyledger");

        int status = ask(route, address, auditing).statusCode();

        assertThat(status).isEqualTo(route.isForm() ? 403 : status);
        assertThat(status).isIn(200, 403);
    }

    @ParameterizedTest
    @MethodSource("ofSomebody")
    void whoIsNotSignedInIsAskedTo(ConsoleRoute route) throws IOException {
        int here = place(route);
        Visitor nobody = Visitor.anywhere();
        HttpResponse<String> signIn = nobody.open(places.get(here).console.url("/sign-in"));
        String address = address(route, here, places.get(here).workspace());

        HttpResponse<String> answer =
                route.isForm()
                        ? nobody.post(address, Visitor.hidden(signIn.body()))
                        : nobody.open(address);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Visitor.target(answer)).contains("/sign-in");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormWithTheTokenOfAnotherSessionIsTakenNowhere(ConsoleRoute route) throws IOException {
        int here = place(route);
        Visitors people = visitors.get(here);
        String address = address(route, here, places.get(here).workspace());

        for (Map<String, String> fields :
                List.of(Map.<String, String>of(), token(here, people.stranger()))) {
            HttpResponse<String> answer = people.admin().post(address, fields);

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("The form does not belong to this session");
        }
    }

    private static HttpResponse<String> ask(
            ConsoleRoute route, int here, Visitor visitor, String workspace) throws IOException {
        String address = address(route, here, workspace);
        return route.isForm() ? visitor.post(address, token(here, visitor)) : visitor.open(address);
    }

    private static HttpResponse<String> ask(ConsoleRoute route, String address, Visitor visitor)
            throws IOException {
        String account = address.replaceAll("(/console/[a-z]+).*", "$1/account");
        return route.isForm()
                ? visitor.post(address, Visitor.hidden(visitor.open(account).body()))
                : visitor.open(address);
    }

    private static String address(ConsoleRoute route, int here, String workspace) {
        return places.get(here).address(route, workspace);
    }

    /** Which of the places has what the route is about; the first when both have. */
    private static int place(ConsoleRoute route) {
        return !places.getFirst().has(route) ? 1 : 0;
    }

    /** What a form of the visitor's own session carries, and nothing else. */
    private static Map<String, String> token(int here, Visitor visitor) throws IOException {
        String page = visitor.open(places.get(here).console.url("/account")).body();
        return Map.of("csrf", String.valueOf(Visitor.hidden(page).get("csrf")));
    }

    /**
     * Who asks.
     *
     * @param stranger an admin of another workspace
     * @param elsewhere that workspace
     */
    private record Visitors(
            Visitor admin, Visitor auditor, Visitor member, Visitor stranger, String elsewhere) {

        static Visitors of(ConsolePlace place) throws IOException {
            String elsewhere = place.another();
            return new Visitors(
                    place.staff("admin"),
                    place.staff("auditor"),
                    place.staff("member"),
                    place.console.visitor(place.hub.staff("admin", elsewhere)),
                    elsewhere);
        }
    }
}
