package io.keyledger.server.console.people;

import io.keyledger.api.account.AccountId;
import io.keyledger.api.account.MemberRole;
import io.keyledger.api.workspace.WorkspaceId;
import io.keyledger.query.oauth.AccountDirectory;
import io.keyledger.query.oauth.AccountStanding;
import io.keyledger.server.console.access.Absent;
import io.keyledger.server.console.access.WorkspaceAccess;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import io.keyledger.server.problem.ProblemCode;
import io.keyledger.server.problem.ProblemException;
import org.springframework.stereotype.Component;

/** Finds people of a workspace; who does not belong to it looks like nobody. */
@Component
@OnCommandNode
public class Members {

    /** The box by which somebody says that they know what they do. */
    static final String LAST_ADMIN = "lastAdmin";

    private final AccountDirectory accounts;

    Members(AccountDirectory accounts) {
        this.accounts = accounts;
    }

    Member find(WorkspaceAccess access, String account) {
        AccountId id = read(account);
        WorkspaceId workspace = new WorkspaceId(access.workspace().id());
        MemberRole role = accounts.role(id, workspace).orElseThrow(Absent::page);
        return new Member(
                accounts.find(id).orElseThrow(Absent::page),
                role,
                role == MemberRole.ADMIN && accounts.isOnlyAdmin(id, workspace),
                id.equals(access.who().person().account()));
    }

    /**
     * Nobody is left without an admin by mistake.
     *
     * @param doing which form it is
     */
    static void requireKnowing(Member member, Form form, String doing) {
        if (member.onlyAdmin() && form.value(LAST_ADMIN).isEmpty()) {
            throw ProblemException.of(
                    ProblemCode.INVALID_FIELD,
                    LAST_ADMIN + "-" + doing,
                    "This is the only admin. Nobody here could change anything any more, and only"
                            + " those who run Keyledger could make another. Say that you know.");
        }
    }

    private static AccountId read(String account) {
        try {
            return new AccountId(account);
        } catch (IllegalArgumentException _) {
            throw Absent.page();
        }
    }

    /**
     * A person in the workspace.
     *
     * @param onlyAdmin whether there is no other admin
     * @param self whether they are the one who asks
     */
    public record Member(
            AccountStanding account, MemberRole role, boolean onlyAdmin, boolean self) {

        /** Its id. */
        public String id() {
            return account.account().value();
        }
    }
}
