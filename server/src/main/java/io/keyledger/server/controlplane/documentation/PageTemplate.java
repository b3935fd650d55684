package io.keyledger.server.controlplane.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Renders the page. It is one document that loads nothing: no script, and a style that the policy
 * names by its hash. The template calls public methods only.
 */
@Component
final class PageTemplate {

    private final ITemplateEngine engine;
    private final String style = read("templates/key-documentation.css");
    private final String policy = policy(style);

    PageTemplate(ITemplateEngine engine) {
        this.engine = engine;
    }

    String render(KeyDoc doc) {
        return engine.process(
                "key-documentation",
                new Context(Locale.ENGLISH, Map.of("doc", doc, "style", style)));
    }

    String contentSecurityPolicy() {
        return policy;
    }

    private static String policy(String style) {
        return "default-src 'none'; style-src 'sha256-"
                + sha256(style)
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static String sha256(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
