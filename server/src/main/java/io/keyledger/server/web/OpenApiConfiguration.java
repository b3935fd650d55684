package io.keyledger.server.web;

import io.keyledger.server.dataplane.DataPlane;
import io.keyledger.server.node.OnVerifyingNode;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.providers.SpringWebProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the admin API at {@code /openapi.json}; {@code /docs} shows it to people. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String KEY = "keyledgerKey";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI(SpecVersion.V31)
                .info(
                        new Info()
                                .title("Keyledger admin API")
                                .version("v1")
                                .description(
                                        "Issues, scopes, rotates and revokes API keys, and tells"
                                                + " their history. Errors are problem details (RFC"
                                                + " 9457) with a stable code.")
                                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components().addSecuritySchemes(KEY, bearer()))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }

    @Bean
    @OnVerifyingNode
    DataPlaneDescription dataPlaneDescription(DataPlane dataPlane) {
        return new DataPlaneDescription(dataPlane);
    }

    @Bean
    SpringWebProvider springWebProvider() {
        return new OwnDescriptionOnly();
    }

    private static SecurityScheme bearer() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("A Keyledger key with the scope of the call.");
    }
}
