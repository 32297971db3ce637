package org.stele.identity.passkey;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.stele.identity.account.Accounts;

/** Passkeys: who asks for them, what is asked, and where they are kept. */
@Configuration(proxyBeanMethods = false)
public class PasskeyConfiguration {

    @Bean
    Passkeys passkeys(@Qualifier("identityDataSource") DataSource database) {
        return new Passkeys(JdbcClient.create(database));
    }

    /** Lazy: the port is known once the server listens. */
    @Bean
    @Lazy
    RelyingParty relyingParty(@Value("${stele.hosts:}") List<String> hosts, Environment environment) {
        return RelyingParty.of(
                hosts,
                Objects.requireNonNullElse(
                        environment.getProperty("local.server.port"), environment.getProperty("server.port", "8080")));
    }

    @Bean
    @Lazy
    WebAuthnRelyingPartyOperations passkeyOperations(RelyingParty party, Passkeys passkeys, Accounts accounts) {
        Webauthn4JRelyingPartyOperations operations = new Webauthn4JRelyingPartyOperations(
                new PasskeyOwners(accounts),
                passkeys,
                PublicKeyCredentialRpEntity.builder()
                        .id(party.id())
                        .name("Stele")
                        .build(),
                party.origins());
        operations.setCustomizeRequestOptions(
                options -> options.timeout(Challenges.LIFE).userVerification(UserVerificationRequirement.REQUIRED));
        operations.setCustomizeCreationOptions(options -> options.timeout(Challenges.LIFE)
                .pubKeyCredParams(PublicKeyCredentialParameters.EdDSA, PublicKeyCredentialParameters.ES256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build()));
        return new CheckedPasskeys(operations, passkeys);
    }

    @Bean
    Ceremonies ceremonies(
            @Lazy WebAuthnRelyingPartyOperations operations,
            Passkeys passkeys,
            @Qualifier("identityDataSource") DataSource database) {
        return new Ceremonies(operations, new Challenges(JdbcClient.create(database), Clock.systemUTC()), passkeys);
    }
}
