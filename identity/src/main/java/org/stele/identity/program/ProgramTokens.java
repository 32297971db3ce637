package org.stele.identity.program;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.stele.identity.account.Account;
import org.stele.identity.account.Accounts;

/**
 * Tells from a program's token whose account it acts for. What a token says is believed while its program, the key that got it
 * and the account are all still good, which is looked up with each request. Safe for all threads.
 */
public final class ProgramTokens {

    /** How far the clocks of two nodes may differ. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private static final String SCOPE = "SCOPE_";

    private final Programs programs;
    private final Accounts accounts;
    private final Clock clock;
    private final NimbusJwtDecoder decoder;

    public ProgramTokens(Programs programs, Accounts accounts, TokenKeys keys, Clock clock) {
        this.programs = programs;
        this.accounts = accounts;
        this.clock = clock;
        this.decoder = decoder(keys);
    }

    private static NimbusJwtDecoder decoder(TokenKeys keys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(TokenClaims.TYPE)));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, (selector, _) -> {
            List<JWK> known = Objects.requireNonNullElse(selector.getMatcher().getKeyIDs(), Set.<String>of()).stream()
                    .map(keys::find)
                    .flatMap(Optional::stream)
                    .map(JWK.class::cast)
                    .toList();
            return selector.select(new JWKSet(known));
        }));
        // What the claims must be is asked below, with words.
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(_ -> OAuth2TokenValidatorResult.success());
        return decoder;
    }

    /** Whether a bearer token has the form of a program's; those of people have none of its dots. */
    public static boolean isOne(String token) {
        return token.indexOf('.') >= 0;
    }

    /**
     * The program's account, with the scopes of the token as authorities.
     *
     * @param origin the origin that was asked
     * @throws ProgramTokenRefused with why
     */
    public JwtAuthenticationToken authenticate(String token, String origin) {
        Jwt jwt = decode(token);
        requireNow(jwt.getExpiresAt());
        requireForHere(jwt.getAudience(), origin);
        Program program = id(jwt.getClaimAsString(TokenClaims.CLIENT))
                .flatMap(programs::find)
                .orElseThrow(() -> new ProgramTokenRefused(
                        "The program of this token was ended. Register it again at /account/programs."));
        String kid = String.valueOf(jwt.getClaimAsString(TokenClaims.KEY));
        if (program.key(kid).filter(Program.Key::isGood).isEmpty()) {
            throw new ProgramTokenRefused(
                    "The key that got this token was revoked. Get a token by another key of the program.");
        }
        Account account = accounts.find(program.account())
                .orElseThrow(
                        () -> new ProgramTokenRefused(
                                "The account of this program is closed: no accreditation stands for it any more. Ask a registrar."));
        List<GrantedAuthority> scopes =
                Optional.ofNullable(jwt.getClaimAsStringList("scope")).orElse(List.of()).stream()
                        .filter(program.scopes()::contains)
                        .<GrantedAuthority>map(scope -> new SimpleGrantedAuthority(SCOPE + scope))
                        .toList();
        return new JwtAuthenticationToken(jwt, scopes, account.username());
    }

    private Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (JwtException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof DataAccessException away) {
                    throw away;
                }
            }
            throw new ProgramTokenRefused(
                    "No node of this ledger signed this token, or long ago. Get a new one from /oauth2/token.");
        }
    }

    private void requireNow(@Nullable Instant end) {
        if (end == null || !end.plus(SKEW).isAfter(clock.instant())) {
            throw new ProgramTokenRefused(
                    "The token expired at %s: it lasts five minutes. Get a new one from /oauth2/token.".formatted(end));
        }
    }

    private static void requireForHere(@Nullable List<String> audience, String origin) {
        if (audience == null || !audience.contains(origin)) {
            throw new ProgramTokenRefused(
                    "The token is for the audience %s, and this is %s. Get one from %s/oauth2/token."
                            .formatted(audience, origin, origin));
        }
    }

    private static Optional<UUID> id(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
