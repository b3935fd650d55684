package io.keyledger.server.controlplane.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.api.campaign.FieldType;
import io.keyledger.server.controlplane.documentation.KeyDoc.Permission;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class PageTemplateTest {

    private static final String EVIL =
            "</title></style><script>alert('x')</script>${7*7}[[${7*7}]]\"";

    private final PageTemplate template = new PageTemplate(engine());

    @Test
    void nothingThatIsShownIsMarkupOrCode() {
        String page = template.render(doc(EVIL));

        assertThat(page)
                .contains("&lt;/title&gt;&lt;/style&gt;&lt;script&gt;alert(&#39;x&#39;)")
                .contains("${7*7}[[${7*7}]]&quot;")
                .doesNotContain("<script", "alert('x')", ">49<");
        assertThat(page.split("</title>", -1)).hasSize(2);
        assertThat(page.split("</style>", -1)).hasSize(2);
    }

    @Test
    void styleIsTheOneThatThePolicyNames() throws Exception {
        String page = template.render(doc("Spring"));
        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        byte[] digest =
                java.security.MessageDigest.getInstance("SHA-256")
                        .digest(style.getBytes(StandardCharsets.UTF_8));

        assertThat(template.contentSecurityPolicy())
                .contains("'sha256-" + java.util.Base64.getEncoder().encodeToString(digest) + "'");
    }

    @Test
    void readerIsNotToldOfWriting() {
        assertThat(template.render(doc("Spring")))
                .contains("The token sees only")
                .doesNotContain("422", "writes");
    }

    private static KeyDoc doc(String name) {
        FieldDoc field = new FieldDoc("source", name, FieldType.SELECT, true, List.of(name), name);
        Operation list =
                new Operation(
                        "GET",
                        "List " + name,
                        "/v2/" + name,
                        name,
                        List.of(new Operation.QueryParameter(name, name, List.of(name))),
                        null,
                        false,
                        List.of("curl '" + name + "'"));
        CampaignDoc campaign =
                new CampaignDoc(
                        name,
                        name,
                        name,
                        List.of(name),
                        List.of(field),
                        List.of(name),
                        List.of(list));
        return new KeyDoc(
                name,
                name,
                "https://api.example",
                "/hub/docs/x/openapi.json",
                List.of(new Permission(name, name)),
                List.of("60 requests in a minute"),
                List.of(campaign));
    }

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
