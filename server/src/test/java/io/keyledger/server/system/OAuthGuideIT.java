package io.keyledger.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What docs/oauth.md and the description of the API say. */
@ExtendWith(SharedServer.class)
class OAuthGuideIT {

    @Test
    void theLinesOfTheGuideWorkWhenPasted(RunningServer server) throws IOException {
        Pasted pasted =
                Pasted.into(
                        server,
                        "docs/oauth.md",
                        "## Registering apps, people and grants by REST",
                        "### Calls and scopes");

        assertThat(pasted.exit()).as(pasted.said()).isZero();
        assertThat(pasted.said())
                .doesNotContain("urn:keyledger:problem")
                .contains(
                        "\"logo\":\"data:image/png;base64,",
                        "\"email\":\"mia@example.com\"",
                        "\"previousValidUntil\"",
                        "{\"items\":[],\"next\":null}",
                        "\"why\":\"moved to another team\"",
                        "Account closed: no token for this person is accepted.",
                        "App deleted: none of its tokens is accepted.");
        assertThat(pasted.said().split("\"outcome\":\"confirmed\"", -1)).hasSizeGreaterThan(7);
    }

    @Test
    void theDescriptionOfTheApiHasEveryCallWithASentence(RunningServer server) throws IOException {
        JsonNode paths = Admin.json(new Admin(server).get("/openapi.json")).get("paths");

        for (String path :
                new String[] {"oauth-apps/{app}", "accounts/{account}", "grants/{grant}"}) {
            JsonNode item = paths.get("/admin/v1/" + path);
            assertThat(item.at("/get/summary").stringValue()).as(path).isNotBlank();
            assertThat(item.at("/delete/summary").stringValue()).as(path).isNotBlank();
            assertThat(item.at("/get/tags/0").stringValue()).isIn("OAuth apps", "People", "Grants");
        }
        JsonNode logo = paths.at("/~1admin~1v1~1oauth-apps~1{app}~1logo/put/requestBody/content");
        assertThat(logo.propertyNames()).contains("image/png", "image/webp");
    }
}
