package io.keyledger.resourceserver.examples;

import io.keyledger.api.access.AccessFilter;
import io.keyledger.resourceserver.FieldsRefusedException;
import io.keyledger.resourceserver.KeyledgerCredential;
import io.keyledger.resourceserver.RequiresScope;
import io.keyledger.resourceserver.ResourceNotFoundException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An application with the APIs of three hubs, and with pages that are no API. */
@SpringBootApplication
public class ExampleApp {

    /** The API. */
    @RestController
    @RequestMapping({"/acme/v1", "/plain/v1", "/guarded/v1"})
    static class Parts {

        @GetMapping("/parts")
        List<String> parts(@RequestParam(defaultValue = "1") int page) {
            return List.of("bolt", "page " + page);
        }

        @PostMapping("/parts")
        Map<String, Object> add(@RequestBody Map<String, Object> part) {
            if (!part.containsKey("name")) {
                throw FieldsRefusedException.of("name", "is required");
            }
            return part;
        }

        @GetMapping("/parts/{part}")
        String part(@PathVariable long part) {
            if (part == 3) {
                throw ResourceNotFoundException.saying("Part \"3\" was not found.");
            }
            if (part != 1) {
                throw new ResourceNotFoundException();
            }
            return "bolt";
        }

        @GetMapping("/audit")
        @RequiresScope("parts:audit")
        String audit() {
            return "nobody";
        }

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("a secret of the database");
        }

        @GetMapping("/whoami")
        Map<String, Object> whoami(
                KeyledgerCredential credential,
                Principal principal,
                Optional<AccessFilter> optional,
                @Nullable AccessFilter filter) {
            return Map.of(
                    "id", credential.id(),
                    "workspace", credential.workspace(),
                    "plan", credential.plan(),
                    "hub", credential.hub(),
                    "scopes", credential.scopes(),
                    "principal", principal.getName(),
                    "filter", String.valueOf(filter),
                    "client", credential.client() + " for " + credential.subject(),
                    "same", optional.equals(Optional.ofNullable(filter)));
        }

        @GetMapping("/secret-route")
        String notInTheRouteTable() {
            return "open by mistake";
        }
    }

    /** What is no API of a hub. */
    @RestController
    static class Pages {

        @GetMapping({"/", "/acme/health", "/acmes"})
        String page() {
            return "page";
        }
    }
}
