package io.keyledger.server.console.signin;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.hub.HubId;
import io.keyledger.server.bootstrap.OperatorKey;
import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.ConsoleVisit;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.controlplane.account.AccountRegistration;
import io.keyledger.server.controlplane.account.MemberChanges;
import io.keyledger.server.controlplane.account.PasswordSetting;
import io.keyledger.server.controlplane.caller.Caller;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import io.keyledger.server.password.AccountPasswords;
import io.keyledger.server.session.SignInSessions;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Whoever has the operator key makes themselves an admin of Keyledger, and is signed in. */
@Controller
@OnCommandNode
class FirstAdmin {

    static final String PATH = "/first-admin";

    private static final String WHOLE = ConsolePath.ROOT + "/{hub:keyledger}" + PATH;
    private static final String REASON = "made an admin with the operator key";

    private final ConsolePages pages;
    private final OperatorKeyCheck key;
    private final AccountPasswords passwords;
    private final AccountRegistration registration;
    private final PasswordSetting setting;
    private final MemberChanges members;
    private final SignInSessions sessions;

    FirstAdmin(
            ConsolePages pages,
            OperatorKeyCheck key,
            AccountPasswords passwords,
            AccountRegistration registration,
            PasswordSetting setting,
            MemberChanges members,
            SignInSessions sessions) {
        this.pages = pages;
        this.key = key;
        this.passwords = passwords;
        this.registration = registration;
        this.setting = setting;
        this.members = members;
        this.sessions = sessions;
    }

    @GetMapping(WHOLE)
    ModelAndView ask(ConsoleVisit visit) {
        return form(visit, "", "", FormProblem.NONE);
    }

    @PostMapping(WHOLE)
    ModelAndView make(ConsoleVisit visit, Form form) {
        return FormProblem.orTaken(
                () -> made(visit, form),
                problem -> form(visit, form.value("email"), form.value("name"), problem));
    }

    /** What can be refused is refused before anything is done. */
    private ModelAndView made(ConsoleVisit visit, Form form) {
        Caller caller = key.caller(visit, form);
        passwords.check(form.value("password"));
        String account = account(caller, form);
        setting.set(account, new PasswordSetting.Body(form.value("password"), REASON), caller);
        members.join(
                OperatorKey.WORKSPACE.value(),
                account,
                new MemberChanges.Body("admin", REASON),
                caller.step("join"));
        visit.session().person().ifPresent(person -> sessions.end(person.session()));
        visit.session().hold(sessions.begin(new AccountId(account), HubId.KEYLEDGER));
        return ConsolePages.elsewhere(ConsolePath.of(HubId.KEYLEDGER));
    }

    private String account(Caller caller, Form form) {
        return Objects.requireNonNull(
                        registration
                                .register(
                                        HubId.KEYLEDGER.value(),
                                        new AccountRegistration.Body(
                                                form.value("email"),
                                                form.value("name"),
                                                null,
                                                REASON),
                                        caller)
                                .getBody())
                .id();
    }

    private ModelAndView form(ConsoleVisit visit, String email, String name, FormProblem problem) {
        return pages.open(
                visit, "first-admin", Map.of("email", email, "name", name, "problem", problem));
    }
}
