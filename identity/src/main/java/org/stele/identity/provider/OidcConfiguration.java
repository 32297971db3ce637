package org.stele.identity.provider;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.stele.identity.account.Accounts;
import org.stele.identity.guess.Guesses;
import org.stele.web.door.Forwarded;
import org.stele.web.problem.ProblemResponse;

/** The outside provider of the profile {@code oidc}. */
@Profile(OidcConfiguration.PROFILE)
@Configuration(proxyBeanMethods = false)
public class OidcConfiguration {

    static final String PROFILE = "oidc";

    @Bean
    OutsideProvider outsideProvider(
            Environment environment,
            Accounts accounts,
            Guesses guesses,
            Forwarded forwarded,
            ProblemResponse problems) {
        return new OutsideProvider(ProviderSettings.of(environment), accounts, guesses, forwarded, problems);
    }
}
