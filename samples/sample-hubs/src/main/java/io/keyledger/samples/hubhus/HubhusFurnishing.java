package io.keyledger.samples.hubhus;

import io.keyledger.samples.data.Invention;
import io.keyledger.samples.data.Tenants.Furnishing;
import io.keyledger.samples.data.Tenants.Making;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Three campaigns with their leads. */
@Component
class HubhusFurnishing implements Furnishing {

    private static final int LEADS = 240;
    private static final List<String> CAMPAIGNS =
            List.of("Spring roof check", "Heat pump 2026", "Trade fair follow-up");

    @Override
    public String hub() {
        return "hubhus";
    }

    @Override
    public void furnish(Invention invention, Making making) {
        for (int i = 0; i < CAMPAIGNS.size(); i++) {
            making.jdbc()
                    .sql("insert into hubhus_campaign (workspace, id, name) values (?, ?, ?)")
                    .params(making.workspace(), Integer.toString(i + 1), CAMPAIGNS.get(i))
                    .update();
        }
        for (int i = 0; i < LEADS; i++) {
            String first = invention.firstName();
            making.row(
                    Leads.COLLECTION,
                    Integer.toString(1001 + i),
                    invention.moment(i, LEADS),
                    Map.of(
                            "campaign_id", Integer.toString(i % CAMPAIGNS.size() + 1),
                            "name", first + " " + invention.lastName(),
                            "email", invention.email(first, 1001 + i),
                            "phone", invention.phone(),
                            "postal_code", Integer.toString(invention.number(1000, 9990)),
                            "source", invention.oneOf(Leads.SOURCES),
                            "product", invention.oneOf(Leads.PRODUCTS),
                            "status", invention.oneOf(Leads.STATUSES)));
        }
    }
}
