package org.stele.command.http;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Says in the OpenAPI document how a program proves who it is. */
final class OpenApiCredentials implements GlobalOpenApiCustomizer {

    private static final String TOKEN = "token";
    private static final String PROGRAM = "program";

    @Override
    public void customise(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(new Components());
        }
        document.getComponents()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("A token that somebody made on /account for a program of theirs."))
                .addSecuritySchemes(
                        PROGRAM,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.OAUTH2)
                                .description(
                                        "Client credentials with private_key_jwt: a program that is registered on /account/programs gets tokens of five minutes by its own key.")
                                .flows(
                                        new OAuthFlows()
                                                .clientCredentials(
                                                        new OAuthFlow()
                                                                .tokenUrl("/oauth2/token")
                                                                .scopes(
                                                                        new Scopes()
                                                                                .addString(
                                                                                        "read",
                                                                                        "Ask for what the account may see")
                                                                                .addString(
                                                                                        "file",
                                                                                        "Send the commands of the account, but for accreditations")))));
        document.setSecurity(List.of(
                new SecurityRequirement().addList(TOKEN),
                new SecurityRequirement().addList(PROGRAM, List.of("read", "file"))));
    }
}
