package io.keyledger.server.console.people;

import io.keyledger.api.account.MemberRole;
import io.keyledger.server.console.access.Operator;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.FormProblem;
import io.keyledger.server.console.frame.Section;
import io.keyledger.server.console.people.Members.Member;
import io.keyledger.server.controlplane.ChangeAnswer;
import io.keyledger.server.controlplane.Word;
import io.keyledger.server.controlplane.account.MemberChanges;
import io.keyledger.server.controlplane.account.PasswordSetting;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One person of a workspace: another role, or none any more. */
@Controller
@OnCommandNode
class MemberPage {

    static final String PATH = PeoplePage.PATH + "/{account}";

    private final ConsolePages pages;
    private final Members members;
    private final MemberChanges changes;
    private final PasswordSetting passwords;

    MemberPage(
            ConsolePages pages, Members members, MemberChanges changes, PasswordSetting passwords) {
        this.pages = pages;
        this.members = members;
        this.changes = changes;
        this.passwords = passwords;
    }

    @GetMapping(PATH)
    ModelAndView show(
            WorkspaceAccess access,
            @PathVariable String account,
            @RequestParam(defaultValue = "") String done) {
        return page(access, members.find(access, account), FormProblem.NONE)
                .addObject("done", done);
    }

    @PostMapping(PATH + "/role")
    ModelAndView role(WorkspaceAccess access, @PathVariable String account, Form form) {
        Member member = members.find(access, account);
        return FormProblem.orTaken(
                () -> changed(access, member, form),
                problem -> page(access, member, problem).addObject("role", form.value("role")));
    }

    private ModelAndView changed(WorkspaceAccess access, Member member, Form form) {
        String role = form.value("role");
        if (!role.equals(Word.of(MemberRole.ADMIN))) {
            Members.requireKnowing(member, form, "role");
        }
        changes.join(
                access.workspace().id(),
                member.id(),
                new MemberChanges.Body(role, reason(form)),
                access.who().caller(form));
        return ConsolePages.elsewhere(
                member.self()
                        ? access.who().path("")
                        : access.path("/people/" + member.id() + "?done=role"));
    }

    @PostMapping(PATH + "/remove")
    ModelAndView remove(WorkspaceAccess access, @PathVariable String account, Form form) {
        Member member = members.find(access, account);
        return FormProblem.orTaken(
                () -> removed(access, member, form), problem -> page(access, member, problem));
    }

    private ModelAndView removed(WorkspaceAccess access, Member member, Form form) {
        Members.requireKnowing(member, form, "remove");
        ChangeAnswer answer =
                Objects.requireNonNull(
                        changes.leave(
                                        access.workspace().id(),
                                        member.id(),
                                        reason(form),
                                        access.who().caller(form))
                                .getBody());
        return pages.show(
                access,
                Section.PEOPLE,
                "member-removed",
                Map.of("member", member, "receipt", answer.receipt()));
    }

    /** Whoever knew a password could sign in by it elsewhere too: so that is for operators. */
    @PostMapping(PATH + "/password")
    ModelAndView password(
            WorkspaceAccess access, Operator operator, @PathVariable String account, Form form) {
        Member member = members.find(access, account);
        return FormProblem.orTaken(
                () -> {
                    passwords.set(
                            member.id(),
                            new PasswordSetting.Body(form.value("password"), reason(form)),
                            operator.who().caller(form));
                    return ConsolePages.elsewhere(
                            access.path("/people/" + member.id() + "?done=password"));
                },
                problem -> page(access, member, problem));
    }

    private ModelAndView page(WorkspaceAccess access, Member member, FormProblem problem) {
        Map<String, Object> model = new HashMap<>();
        model.put("member", member);
        model.put("problem", problem);
        model.put("role", Word.of(member.role()));
        model.put("roles", RoleChoice.all());
        model.put(
                "operating", access.who().operating().filter(MemberRole.ADMIN::equals).isPresent());
        model.put("hasGrants", Section.GRANTS.isIn(access.hub()));
        return pages.show(access, Section.PEOPLE, "member", model);
    }

    private static @Nullable String reason(Form form) {
        return form.value("reason").isBlank() ? null : form.value("reason");
    }
}
