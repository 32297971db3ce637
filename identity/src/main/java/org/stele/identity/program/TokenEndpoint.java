package org.stele.identity.program;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.web.authentication.JwtClientAssertionAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.stele.identity.account.Accounts;
import org.stele.identity.guess.Guesses;
import org.stele.web.door.Forwarded;

/**
 * Spring Authorization Server, of which one grant is served: tokens of five minutes for programs, by client credentials and
 * private_key_jwt, and the keys that sign them.
 */
@Configuration(proxyBeanMethods = false)
@Import(TokenMetadata.class)
public class TokenEndpoint {

    static final String TOKEN = "/oauth2/token";
    static final String KEYS = "/oauth2/jwks";

    /** The issuer is the origin that the program asks: the door admits the names of this service alone. */
    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder()
                .tokenEndpoint(TOKEN)
                .jwkSetEndpoint(KEYS)
                .build();
    }

    /** What signs tokens on all nodes, for whoever wants to read one. */
    @Bean
    JWKSource<SecurityContext> publishedTokenKeys(TokenKeys keys) {
        return (selector, _) -> selector.select(
                new JWKSet(keys.all().stream().map(JWK.class::cast).toList()));
    }

    @Bean
    @Order(1)
    SecurityFilterChain tokenEndpoint(
            HttpSecurity http,
            Programs programs,
            Accounts accounts,
            TokenKeys keys,
            Guesses guesses,
            Forwarded forwarded) {
        TokenErrors errors = new TokenErrors();
        http.securityMatcher(TOKEN, KEYS)
                .with(new OAuth2AuthorizationServerConfigurer(), server -> {
                    server.registeredClientRepository(new ProgramClients(programs, accounts))
                            .authorizationService(new NothingKept())
                            .tokenGenerator(generator(keys, new TokenClaims(programs, accounts)));
                    byPrivateKeyAlone(server, programs, errors);
                    clientCredentialsAlone(server, errors);
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .addFilterBefore(new TokenFailures(programs, accounts, guesses, forwarded, errors), LogoutFilter.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(errors))
                // No cookie is read here: no page can make a browser prove anything.
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable);
        return http.build();
    }

    private static void byPrivateKeyAlone(
            OAuth2AuthorizationServerConfigurer server, Programs programs, TokenErrors errors) {
        server.clientAuthentication(client -> client.authenticationConverters(converters ->
                        converters.removeIf(one -> !(one instanceof JwtClientAssertionAuthenticationConverter)))
                .authenticationProviders(providers -> {
                    providers.removeIf(one -> !(one instanceof JwtClientAssertionAuthenticationProvider));
                    providers.forEach(one -> ((JwtClientAssertionAuthenticationProvider) one)
                            .setJwtDecoderFactory(new Assertions(programs, Clock.systemUTC())));
                })
                .errorResponseHandler(errors));
    }

    private static void clientCredentialsAlone(OAuth2AuthorizationServerConfigurer server, TokenErrors errors) {
        server.tokenEndpoint(token -> token.accessTokenRequestConverters(converters ->
                        converters.removeIf(one -> !(one instanceof OAuth2ClientCredentialsAuthenticationConverter)))
                .authenticationProviders(providers -> providers.forEach(one -> {
                    if (one instanceof OAuth2ClientCredentialsAuthenticationProvider grant) {
                        grant.setAuthenticationValidator(new AskedFor());
                    }
                }))
                .errorResponseHandler(errors));
    }

    private static JwtGenerator generator(TokenKeys keys, TokenClaims claims) {
        JwtGenerator generator =
                new JwtGenerator(new NimbusJwtEncoder((selector, _) -> selector.select(new JWKSet(keys.own()))));
        generator.setJwtCustomizer(claims);
        return generator;
    }
}
