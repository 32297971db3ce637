package org.stele.identity.program;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stele.web.door.Forwarded;

/**
 * Describes the token endpoint (RFC 8414). Spring Authorization Server's own description names an endpoint for people to
 * authorize, which there is not.
 */
@RestController
final class TokenMetadata {

    static final String ADDRESS = "/.well-known/oauth-authorization-server";

    private static final List<String> ALGORITHMS = List.of("ES256", "EdDSA", "RS256");

    private final Forwarded forwarded;

    TokenMetadata(Forwarded forwarded) {
        this.forwarded = forwarded;
    }

    @GetMapping(path = ADDRESS, produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> metadata(HttpServletRequest request) {
        String issuer = forwarded.origin(request);
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("issuer", issuer);
        metadata.put("token_endpoint", issuer + TokenEndpoint.TOKEN);
        metadata.put("jwks_uri", issuer + TokenEndpoint.KEYS);
        metadata.put("grant_types_supported", List.of("client_credentials"));
        metadata.put("response_types_supported", List.of());
        metadata.put("scopes_supported", Program.SCOPES);
        metadata.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
        metadata.put("token_endpoint_auth_signing_alg_values_supported", ALGORITHMS);
        return metadata;
    }
}
