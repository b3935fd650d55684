package io.keyledger.samples.onboardinghub;

import io.keyledger.samples.data.Invention;
import io.keyledger.samples.data.Tenants.Furnishing;
import io.keyledger.samples.data.Tenants.Making;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Companies whose people are led through a few guides. */
@Component
class OnboardingHubFurnishing implements Furnishing {

    private static final int ORGANISATIONS = 15;
    private static final int CONTACTS = 120;
    private static final int ENROLLMENTS = 150;
    private static final List<String> GUIDES =
            List.of("First steps", "Invite your team", "Connect your tools", "Go live", "Security");

    @Override
    public String hub() {
        return "onboardinghub";
    }

    @Override
    public void furnish(Invention invention, Making making) {
        for (int i = 0; i < ORGANISATIONS; i++) {
            making.row(
                    OnboardingHubCollections.ORGANISATIONS,
                    "org_" + (1001 + i),
                    invention.moment(i, ORGANISATIONS),
                    Map.of(
                            "name", invention.company(),
                            "domain", "customer" + (1001 + i) + ".example",
                            "external_id", "crm-" + (1001 + i)));
        }
        for (int i = 0; i < CONTACTS; i++) {
            contact(i, invention, making);
        }
        for (int i = 0; i < GUIDES.size(); i++) {
            guide(i, invention, making);
        }
        for (int i = 0; i < ENROLLMENTS; i++) {
            enrollment(i, invention, making);
        }
        making.row(
                OnboardingHubCollections.WEBHOOKS,
                "whk_5001",
                invention.moment(0, 1),
                Map.of(
                        "url", "https://hooks.example.com/onboarding",
                        "events", "[\"enrollment.completed\"]",
                        "active", true));
    }

    private static void contact(int i, Invention invention, Making making) {
        String first = invention.firstName();
        making.row(
                OnboardingHubCollections.CONTACTS,
                "con_" + (2001 + i),
                invention.moment(i, CONTACTS),
                Map.of(
                        "email",
                        invention.email(first, 2001 + i),
                        "first_name",
                        first,
                        "last_name",
                        invention.lastName(),
                        "external_id",
                        "user-" + (2001 + i),
                        "organisation_id",
                        "org_" + invention.number(1001, 1000 + ORGANISATIONS),
                        "metadata",
                        "{\"seats\":" + invention.number(1, 50) + "}"));
    }

    private static void guide(int i, Invention invention, Making making) {
        String title = GUIDES.get(i);
        making.row(
                OnboardingHubCollections.GUIDES,
                "gui_" + (3001 + i),
                invention.moment(i, GUIDES.size()),
                Map.of(
                        "title", title,
                        "slug", title.toLowerCase(Locale.ROOT).replace(' ', '-'),
                        "step_count", invention.number(3, 9)));
    }

    private static void enrollment(int i, Invention invention, Making making) {
        int progress = invention.number(0, 4) * 25;
        making.row(
                OnboardingHubCollections.ENROLLMENTS,
                "enr_" + (4001 + i),
                invention.moment(i, ENROLLMENTS),
                Map.of(
                        "contact_id",
                        "con_" + invention.number(2001, 2000 + CONTACTS),
                        "guide_id",
                        "gui_" + invention.number(3001, 3000 + GUIDES.size()),
                        "status",
                        progress == 100 ? "completed" : progress == 0 ? "enrolled" : "in_progress",
                        "progress",
                        progress));
    }
}
