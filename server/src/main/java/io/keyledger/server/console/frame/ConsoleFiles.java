package io.keyledger.server.console.frame;

import io.keyledger.server.console.access.Absent;
import io.keyledger.server.console.access.ConsolePath;
import io.keyledger.server.node.OnCommandNode;
import io.keyledger.server.page.Asset;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.webjars.WebJarVersionLocator;

/** The style and the scripts of the console: three files, and nothing from elsewhere. */
@Controller
@OnCommandNode
class ConsoleFiles {

    private static final String FOLDER = ConsolePath.ROOT + "/files/";

    private final Asset look = Asset.of("static/keyledger.css");
    private final Asset style = Asset.of("static/console.css");
    private final Asset script = Asset.of("static/console.js");
    private final Asset htmx = Asset.of(inWebJar("htmx.org", "dist/htmx.min.js"));
    private final List<Asset> all = List.of(look, style, script, htmx);

    @GetMapping(FOLDER + "{name}")
    ResponseEntity<byte[]> file(@PathVariable String name) {
        return all.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .map(it ->
                        ResponseEntity.ok()
                                .header(HttpHeaders.CONTENT_TYPE, it.mediaType())
                                .header(HttpHeaders.CACHE_CONTROL, Asset.CACHING)
                                .body(it.content()))
                .orElseThrow(Absent::page);
    }

    List<String> styles() {
        return List.of(FOLDER + look.name(), FOLDER + style.name());
    }

    List<String> scripts() {
        return List.of(FOLDER + htmx.name(), FOLDER + script.name());
    }

    private static String inWebJar(String jar, String file) {
        return "META-INF/resources/webjars/"
                + Objects.requireNonNull(new WebJarVersionLocator().path(jar, file), jar);
    }
}
