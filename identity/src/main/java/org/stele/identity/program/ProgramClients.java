package org.stele.identity.program;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.stele.identity.account.Accounts;

/** The programs of open accounts, as Spring Authorization Server reads them. Whoever is none of them is told why. */
final class ProgramClients implements RegisteredClientRepository {

    static final Duration TOKEN_LIFE = Duration.ofMinutes(5);

    private final Programs programs;
    private final Accounts accounts;

    ProgramClients(Programs programs, Accounts accounts) {
        this.programs = programs;
        this.accounts = accounts;
    }

    @Override
    public RegisteredClient findByClientId(String clientId) {
        Program program = id(clientId)
                .flatMap(programs::find)
                .orElseThrow(() -> Refusals.client(
                        "No program is registered with the client_id '%s', or it was ended. Take it from /account/programs, or register the program there."
                                .formatted(Refusals.shown(clientId))));
        if (accounts.find(program.account()).isEmpty()) {
            throw Refusals.client(
                    "The account of this program is closed: no accreditation stands for it any more. Ask a registrar to accredit its owner, who then registers the program again.");
        }
        return client(program);
    }

    private static RegisteredClient client(Program program) {
        return RegisteredClient.withId(program.id().toString())
                .clientId(program.id().toString())
                .clientName(program.label())
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(program.scopes()))
                // Which of the three it is follows from the key; the server wants to know that it is none of a shared
                // secret.
                .clientSettings(ClientSettings.builder()
                        .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.ES256)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFE)
                        .build())
                .build();
    }

    private static Optional<UUID> id(String clientId) {
        try {
            return Optional.of(UUID.fromString(clientId));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Programs are registered by their owners, at /account/programs");
    }
}
