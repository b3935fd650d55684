package io.keyledger.server.web;

import java.util.Optional;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.webmvc.core.providers.SpringWebMvcProvider;

/**
 * Tells springdoc that the API's description stands at the root. Left to itself it takes whatever
 * stands before {@code /openapi.json} in any mapping, such as that of a key's documentation, for a
 * prefix of its own.
 */
final class OwnDescriptionOnly extends SpringWebMvcProvider {

    OwnDescriptionOnly() {
        super(Optional.empty());
    }

    @Override
    public String findPathPrefix(SpringDocConfigProperties properties) {
        return "";
    }
}
