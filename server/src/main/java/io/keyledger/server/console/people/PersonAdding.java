package io.keyledger.server.console.people;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.account.MemberRole;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.query.oauth.AccountDirectory;
import io.keyledger.query.oauth.AccountStanding;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.console.frame.Section;
import io.keyledger.server.controlplane.Word;
import io.keyledger.server.controlplane.account.AccountRegistration;
import io.keyledger.server.controlplane.account.MemberChanges;
import io.keyledger.server.controlplane.account.PeopleThrottle;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Takes somebody in by their whole address. Who has no account at this hub gets one, without a
 * password: an admin of a workspace who could set it could sign in as them wherever they are taken
 * in later. The answer is the same, account or not, and other hubs are not asked.
 */
@Controller
@OnCommandNode
class PersonAdding {

    private static final String PATH = PeoplePage.PATH + "/new";

    private final ConsolePages pages;
    private final AccountDirectory accounts;
    private final AccountRegistration registration;
    private final MemberChanges members;
    private final PeopleThrottle throttle;

    PersonAdding(
            ConsolePages pages,
            AccountDirectory accounts,
            AccountRegistration registration,
            MemberChanges members,
            PeopleThrottle throttle) {
        this.pages = pages;
        this.accounts = accounts;
        this.registration = registration;
        this.members = members;
        this.throttle = throttle;
    }

    @GetMapping(PATH)
    ModelAndView ask(WorkspaceAccess access) {
        return form(access, "", "", Word.of(MemberRole.MEMBER), FormProblem.NONE);
    }

    @PostMapping(PATH)
    ModelAndView add(WorkspaceAccess access, Form form) {
        return FormProblem.orTaken(
                () -> added(access, form),
                problem ->
                        form(
                                access,
                                form.value("email"),
                                form.value("name"),
                                form.value("role"),
                                problem));
    }

    private ModelAndView added(WorkspaceAccess access, Form form) {
        MemberRole role = Word.read("role", MemberRole.class, form.value("role"));
        Caller caller = access.who().caller(form);
        throttle.adding(caller);
        String email = form.value("email").strip();
        Optional<AccountStanding> known = accounts.withEmail(access.hub().hub(), email);
        known.ifPresent(account -> requireNew(account.account(), role, access));
        String account =
                known.map(it -> it.account().value())
                        .orElseGet(() -> register(access, email, form.value("name"), caller));
        members.join(
                access.workspace().id(),
                account,
                new MemberChanges.Body(form.value("role"), null),
                caller.step("join"));
        return ConsolePages.elsewhere(access.path("/people"));
    }

    /** Who is here in the same role already was added by this very form, sent before. */
    private void requireNew(AccountId account, MemberRole role, WorkspaceAccess access) {
        accounts.role(account, new WorkspaceId(access.workspace().id()))
                .filter(it -> it != role)
                .ifPresent(it -> {
                    throw ProblemException.of(
                            ProblemCode.INVALID_FIELD,
                            "email",
                            "They belong to this workspace already, as %s. Change their role there."
                                    .formatted(Word.of(it)));
                });
    }

    private String register(WorkspaceAccess access, String email, String name, Caller caller) {
        return Objects.requireNonNull(
                        registration
                                .register(
                                        access.hub().hub().value(),
                                        new AccountRegistration.Body(email, name, null, null),
                                        caller.step("register"))
                                .getBody())
                .id();
    }

    private ModelAndView form(
            WorkspaceAccess access, String email, String name, String role, FormProblem problem) {
        return pages.show(
                access,
                Section.PEOPLE,
                "person-new",
                Map.of(
                        "email",
                        email,
                        "name",
                        name,
                        "role",
                        role,
                        "roles",
                        RoleChoice.all(),
                        "problem",
                        problem));
    }
}
