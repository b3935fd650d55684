package io.keyledger.samples.hubhus;

import static io.keyledger.samples.rows.Field.oneOf;
import static io.keyledger.samples.rows.Field.optional;
import static io.keyledger.samples.rows.Field.required;

import io.keyledger.resourceserver.rows.AccessFilters;
import io.keyledger.samples.rows.Collection;
import io.keyledger.samples.rows.FieldType;
import java.util.List;
import java.util.Map;

/** What a lead of Hubhus is. */
final class Leads {

    static final List<String> SOURCES =
            List.of("Vendor XYZ", "Vendor ABC", "Website", "Phone", "Fair");
    static final List<String> PRODUCTS = List.of("Solar", "Heat pump", "Windows", "Insulation");
    static final List<String> STATUSES =
            List.of("New", "Contacted", "Meeting booked", "Won", "Lost");

    static final Collection COLLECTION =
            new Collection(
                    "hubhus_lead",
                    "",
                    List.of(
                            required("name", FieldType.TEXT),
                            optional("email", FieldType.EMAIL),
                            optional("phone", FieldType.TEXT),
                            optional("postal_code", FieldType.TEXT),
                            oneOf("source", SOURCES.toArray(String[]::new)),
                            oneOf("product", PRODUCTS.toArray(String[]::new)),
                            oneOf("status", STATUSES.toArray(String[]::new))));

    /** The fields that a campaign filter may speak of, and where they stand. */
    static final AccessFilters FILTERS =
            AccessFilters.of(
                    "leads",
                    "campaign",
                    Map.of(
                            "campaign", "campaign_id",
                            "name", "name",
                            "email", "email",
                            "phone", "phone",
                            "postal_code", "postal_code",
                            "source", "source",
                            "product", "product",
                            "status", "status"));

    private Leads() {}
}
