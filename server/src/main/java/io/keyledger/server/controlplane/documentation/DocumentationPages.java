package io.keyledger.server.controlplane.documentation;

import io.keyledger.api.apikey.DocumentationId;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * The public documentation of a key, for people and for programs. It needs no login and gives no
 * data; whoever has the link may read it. Once the key is gone there is nothing here, as at any URL
 * that never was.
 */
@Hidden
@RestController
final class DocumentationPages {

    private static final String PATH = "/{base:[a-z0-9-]+}/docs/{id:[0-9A-Za-z]{27}}";

    private final KeyDocs docs;
    private final PageTemplate template;

    DocumentationPages(KeyDocs docs, PageTemplate template) {
        this.docs = docs;
        this.template = template;
    }

    @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(
            @PathVariable String base, @PathVariable String id, HttpServletRequest request)
            throws NoResourceFoundException {
        KeyDoc doc = find(base, id, request);
        return answer().header("Content-Security-Policy", template.contentSecurityPolicy())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(template.render(doc));
    }

    @GetMapping(value = PATH + "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> openApi(
            @PathVariable String base, @PathVariable String id, HttpServletRequest request)
            throws NoResourceFoundException {
        return answer().contentType(MediaType.APPLICATION_JSON)
                .body(OpenApiDocument.of(find(base, id, request)));
    }

    private KeyDoc find(String base, String id, HttpServletRequest request)
            throws NoResourceFoundException {
        return docs.find(new DocumentationId(id), "/" + base, DocumentationLinks.origin())
                .orElseThrow(() -> unknown(request));
    }

    /** The link is the permission: it goes into no search index and no other site's log. */
    private static ResponseEntity.BodyBuilder answer() {
        return ResponseEntity.ok()
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "no-store");
    }

    private static NoResourceFoundException unknown(HttpServletRequest request) {
        return new NoResourceFoundException(
                HttpMethod.GET, request.getRequestURI(), request.getRequestURI());
    }
}
