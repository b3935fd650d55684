package io.keyledger.samples.nextoria;

import io.keyledger.resourceserver.FieldsRefusedException;
import io.keyledger.resourceserver.KeyledgerCredential;
import io.keyledger.resourceserver.rows.SqlCondition;
import io.keyledger.samples.data.Tenants;
import io.keyledger.samples.rows.Rows;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be done with an invoice beside changing it. */
@RestController
@RequestMapping("/nextoria/v1/invoices/{id}")
class InvoicesApi {

    private static final SqlCondition ANY = new SqlCondition("(true)", List.of());

    private final Rows rows;
    private final Tenants tenants;

    InvoicesApi(Rows rows, Tenants tenants) {
        this.rows = rows;
        this.tenants = tenants;
    }

    @PostMapping("/send")
    @Transactional
    public Map<String, @Nullable Object> send(
            @PathVariable String id, KeyledgerCredential credential) {
        return move(id, credential, List.of("draft", "sent"), "sent");
    }

    @PostMapping("/void")
    @Transactional
    public Map<String, @Nullable Object> cancel(
            @PathVariable String id, KeyledgerCredential credential) {
        return move(id, credential, List.of("draft", "sent", "void"), "void");
    }

    private Map<String, @Nullable Object> move(
            String id, KeyledgerCredential credential, List<String> from, String to) {
        String workspace = credential.workspace();
        tenants.furnish("nextoria", workspace);
        Map<String, @Nullable Object> invoice =
                rows.hold(NextoriaCollections.INVOICES, workspace, id, ANY);
        if (!from.contains(String.valueOf(invoice.get("status")))) {
            throw FieldsRefusedException.of(
                    "status",
                    "is " + invoice.get("status") + ", so the invoice cannot become " + to);
        }
        return rows.update(NextoriaCollections.INVOICES, workspace, id, Map.of("status", to));
    }
}
