package io.keyledger.server.authorize;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.openid.connect.sdk.OIDCError;
import io.keyledger.query.oauth.WorkspaceChoice;
import io.keyledger.server.authorize.Reading.Refused;
import io.keyledger.server.authorize.Reading.Taken;
import io.keyledger.server.authorize.Reading.Understood;
import io.keyledger.server.oauth.hub.OAuthHub;
import io.keyledger.server.page.Form;
import io.keyledger.server.page.FormPage;
import io.keyledger.server.page.PageAnswer;
import io.keyledger.server.page.PageAnswer.Elsewhere;
import io.keyledger.server.page.Person;
import io.keyledger.server.page.ReadPage;
import io.keyledger.server.page.Visit;
import io.keyledger.server.signin.SignInLinks;
import java.util.List;
import java.util.Optional;

/**
 * The authorization endpoint. It keeps nothing between its pages: the request is in their URL, and
 * is judged anew each time. Nothing is granted without a form that the person has sent.
 */
final class AuthorizePage implements ReadPage, FormPage {

    private static final String ALLOW = "allow";

    private final AuthorizationReader reader;
    private final WorkspaceOffer workspaces;
    private final ConsentPages pages;
    private final Approval approval;

    AuthorizePage(
            AuthorizationReader reader,
            WorkspaceOffer workspaces,
            ConsentPages pages,
            Approval approval) {
        this.reader = reader;
        this.workspaces = workspaces;
        this.pages = pages;
        this.approval = approval;
    }

    @Override
    public String name(OAuthHub hub) {
        return hub.authorizeName();
    }

    @Override
    public PageAnswer read(Visit visit) {
        return switch (reader.read(visit.hub(), visit.query())) {
            case Refused refused -> refused.back().with(refused.error());
            case Taken taken -> here(visit, taken.carried());
            case Understood request when request.asked().forbidsPages() ->
                    withoutPages(visit, request);
            case Understood request when request.asked().demandsSignIn() ->
                    SignInLinks.signInAgain(continuation(visit, request));
            case Understood request ->
                    visit.person()
                            .map(person -> ask(visit, request, person))
                            .orElseGet(() -> SignInLinks.signIn(continuation(visit, request)));
        };
    }

    @Override
    public PageAnswer submit(Visit visit, Form form) {
        return switch (reader.read(visit.hub(), visit.query())) {
            case Refused refused -> refused.back().with(refused.error());
            case Taken taken -> here(visit, taken.carried());
            case Understood request ->
                    visit.person()
                            .map(person -> decide(visit, request, person, form))
                            .orElseGet(() -> SignInLinks.signIn(continuation(visit, request)));
        };
    }

    /**
     * Somebody has to consent each time, so there is always a page to show (OIDC Core §3.1.2.6).
     */
    private static PageAnswer withoutPages(Visit visit, Understood request) {
        return request.asked()
                .back()
                .with(
                        visit.person().isPresent()
                                ? OIDCError.CONSENT_REQUIRED
                                : OIDCError.LOGIN_REQUIRED);
    }

    private PageAnswer ask(Visit visit, Understood request, Person person) {
        List<WorkspaceChoice> offered = workspaces.of(person.account(), visit.hub());
        if (offered.isEmpty()) {
            return denied(request);
        }
        String wanted =
                RequestParameters.of(visit.query()).single(CarriedRequest.WORKSPACE).orElse("");
        return WorkspaceOffer.chosen(offered, wanted)
                .or(() -> WorkspaceOffer.evident(offered, visit.hub()))
                .map(workspace -> pages.consent(visit.hub(), request, workspace, offered))
                .orElseGet(() -> pages.choice(visit.hub(), request, offered));
    }

    private PageAnswer decide(Visit visit, Understood request, Person person, Form form) {
        List<WorkspaceChoice> offered = workspaces.of(person.account(), visit.hub());
        Optional<WorkspaceChoice> workspace =
                WorkspaceOffer.chosen(offered, form.value(CarriedRequest.WORKSPACE));
        if (!form.value("decision").equals(ALLOW) || offered.isEmpty()) {
            return denied(request);
        }
        return workspace
                .map(chosen -> approval.approve(visit, request.asked(), person, chosen.workspace()))
                .orElseGet(() -> pages.choice(visit.hub(), request, offered));
    }

    private static PageAnswer denied(Understood request) {
        return request.asked().back().with(OAuth2Error.ACCESS_DENIED);
    }

    private static Elsewhere here(Visit visit, CarriedRequest carried) {
        return new Elsewhere(visit.hub().authorizeName() + "?" + carried.query());
    }

    /** This page again, once the person has signed in: as often as asked for, and not twice. */
    private static String continuation(Visit visit, Understood request) {
        return visit.hub().authorizeName() + "?" + request.carried().afterSignIn().query();
    }
}
