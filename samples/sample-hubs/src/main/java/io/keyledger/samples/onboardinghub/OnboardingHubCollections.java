package io.keyledger.samples.onboardinghub;

import static io.keyledger.samples.rows.Field.oneOf;
import static io.keyledger.samples.rows.Field.optional;
import static io.keyledger.samples.rows.Field.readOnly;
import static io.keyledger.samples.rows.Field.required;

import io.keyledger.samples.rows.Collection;
import io.keyledger.samples.rows.FieldType;
import java.util.List;
import java.util.Map;

/** What OnboardingHub's API has. */
final class OnboardingHubCollections {

    static final Collection CONTACTS =
            new Collection(
                    "onboardinghub_contact",
                    "con_",
                    List.of(
                            required("email", FieldType.EMAIL),
                            optional("first_name", FieldType.TEXT),
                            optional("last_name", FieldType.TEXT),
                            optional("external_id", FieldType.TEXT),
                            optional("organisation_id", FieldType.TEXT),
                            optional("metadata", FieldType.OBJECT)));

    static final Collection ORGANISATIONS =
            new Collection(
                    "onboardinghub_organisation",
                    "org_",
                    List.of(
                            required("name", FieldType.TEXT),
                            optional("domain", FieldType.TEXT),
                            optional("external_id", FieldType.TEXT)));

    static final Collection ENROLLMENTS =
            new Collection(
                    "onboardinghub_enrollment",
                    "enr_",
                    List.of(
                            required("contact_id", FieldType.TEXT),
                            required("guide_id", FieldType.TEXT),
                            oneOf("status", "enrolled", "in_progress", "completed"),
                            optional("progress", FieldType.COUNT)));

    static final Collection GUIDES =
            new Collection(
                    "onboardinghub_guide",
                    "gui_",
                    List.of(
                            readOnly("title", FieldType.TEXT),
                            readOnly("slug", FieldType.TEXT),
                            readOnly("step_count", FieldType.COUNT)));

    static final Collection WEBHOOKS =
            new Collection(
                    "onboardinghub_webhook",
                    "whk_",
                    List.of(
                            required("url", FieldType.URL),
                            required("events", FieldType.TEXTS),
                            optional("active", FieldType.FLAG)));

    static final Map<String, Collection> BY_PATH =
            Map.of(
                    "contacts", CONTACTS,
                    "organisations", ORGANISATIONS,
                    "enrollments", ENROLLMENTS,
                    "guides", GUIDES,
                    "webhooks", WEBHOOKS);

    private OnboardingHubCollections() {}
}
