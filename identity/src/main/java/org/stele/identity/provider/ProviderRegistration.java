package org.stele.identity.provider;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * The provider as Spring Security reads it. Its metadata is fetched when somebody signs in by it, and not before: a provider that
 * is away stops nobody else. Safe for all threads.
 */
final class ProviderRegistration implements ClientRegistrationRepository {

    static final String ID = "oidc";

    /** Under the addresses of sign-in, which a proxy sends to the command side. */
    static final String RETURN = "/sign-in/returned/";

    private final ProviderSettings settings;
    private volatile @Nullable ClientRegistration fetched;

    ProviderRegistration(ProviderSettings settings) {
        this.settings = settings;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(ID) ? fetch() : null;
    }

    /** @throws IllegalArgumentException where the provider is away, or is not the one that it should be */
    ClientRegistration fetch() {
        ClientRegistration known = fetched;
        if (known == null) {
            known = ClientRegistrations.fromIssuerLocation(settings.issuer())
                    .registrationId(ID)
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .scope(settings.scopes())
                    .redirectUri("{baseUrl}" + RETURN + "{registrationId}")
                    .clientSettings(ClientRegistration.ClientSettings.builder()
                            .requireProofKey(true)
                            .build())
                    .build();
            fetched = known;
        }
        return known;
    }
}
