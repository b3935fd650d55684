package io.keyledger.server.console.audit;

import io.keyledger.server.console.access.AccessControl;
import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.console.access.Operator;
import io.keyledger.server.console.access.SignedIn;
import io.keyledger.server.console.frame.ConsolePages;
import io.keyledger.server.console.frame.Names;
import io.keyledger.server.console.frame.OperatorSection;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Form;
import io.keyledger.server.proof.LedgerProofs;
import io.keyledger.server.proof.Verification;
import io.keyledger.server.proof.Verifications;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** How far the ledger is proven, and whether it is what it was. */
@Controller
@OnCommandNode
class ProofPage {

    private static final String PATH = ConsolePath.HUB + "/audit/proof";

    private final ConsolePages pages;
    private final LedgerProofs proofs;
    private final Verifications verifications;
    private final AccessControl access;
    private final Names names;

    ProofPage(
            ConsolePages pages,
            LedgerProofs proofs,
            Verifications verifications,
            AccessControl access,
            Names names) {
        this.pages = pages;
        this.proofs = proofs;
        this.verifications = verifications;
        this.access = access;
        this.names = names;
    }

    @GetMapping(PATH)
    ModelAndView show(Operator operator) {
        Map<String, Object> model = new HashMap<>();
        model.put("status", proofs.status());
        model.put("origin", proofs.origin());
        model.put("keys", proofs.keys());
        Verification last = verifications.last().orElse(null);
        model.put("last", last);
        model.put("by", last == null ? "" : names.ofActor(last.startedBy()));
        return pages.show(operator, OperatorSection.PROOF, "audit-proof", model);
    }

    /** Auditors, too: it changes nothing. */
    @PostMapping(PATH)
    ModelAndView verify(SignedIn who, Form form) {
        access.operator(who);
        verifications.start(who.caller(form).actor());
        return ConsolePages.elsewhere(who.path("/audit/proof"));
    }
}
