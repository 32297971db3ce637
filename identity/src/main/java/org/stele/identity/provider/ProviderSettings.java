package org.stele.identity.provider;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/**
 * What the operator says of the outside provider (docs/operating/settings.md).
 *
 * @param issuer the address under which it publishes its metadata
 * @param name what people call it
 * @param staffIdClaim the names of the claims that say who somebody is
 */
record ProviderSettings(
        String issuer,
        String clientId,
        String clientSecret,
        String name,
        List<String> scopes,
        String staffIdClaim,
        String roleClaim,
        String stateClaim) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** @throws IllegalArgumentException where one is missing or wrong, with what was expected */
    static ProviderSettings of(Environment environment) {
        String issuer = required(environment, "STELE_OIDC_ISSUER");
        requireSafe(issuer);
        return new ProviderSettings(
                issuer,
                required(environment, "STELE_OIDC_CLIENT_ID"),
                required(environment, "STELE_OIDC_CLIENT_SECRET"),
                environment.getProperty("STELE_OIDC_NAME", "your organisation"),
                Stream.of(environment
                                .getProperty("STELE_OIDC_SCOPES", "openid profile")
                                .split("[ ,]+"))
                        .toList(),
                environment.getProperty("STELE_OIDC_STAFF_ID_CLAIM", "stele_staff_id"),
                environment.getProperty("STELE_OIDC_ROLE_CLAIM", "stele_role"),
                environment.getProperty("STELE_OIDC_STATE_CLAIM", "stele_state"));
    }

    private static String required(Environment environment, String name) {
        String value = environment.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(
                    "The profile oidc is on, and %s is not set. Set it (docs/operating/settings.md), or leave out the profile."
                            .formatted(name));
        }
        return value;
    }

    /** Codes, secrets and keys travel between the two: never in the clear, but on one machine. */
    private static void requireSafe(String issuer) {
        if (!isSafe(issuer)) {
            throw new IllegalArgumentException(
                    "STELE_OIDC_ISSUER: expected an address that begins with https://, got '%s'. Correct it."
                            .formatted(issuer));
        }
    }

    private static boolean isSafe(String issuer) {
        try {
            URI address = URI.create(issuer);
            String host = address.getHost();
            return host != null
                    && ("https".equals(address.getScheme())
                            || ("http".equals(address.getScheme()) && LOOPBACK.contains(host)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Omits the secret: records print their fields. */
    @Override
    public String toString() {
        return issuer + " as " + clientId;
    }
}
