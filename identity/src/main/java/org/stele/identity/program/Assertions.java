package org.stele.identity.program;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.stele.events.Sha256Digest;

/**
 * Checks the assertions by which programs prove who they are (RFC 7523, section 3): signed by a key on record, for this server,
 * short-lived, and used once on all nodes together. Safe for all threads.
 */
final class Assertions implements JwtDecoderFactory<RegisteredClient> {

    /** The longest time from now to the end of an assertion. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    /** How far the clock of a program may differ from ours. */
    static final Duration SKEW = Duration.ofSeconds(30);

    private static final int LONGEST_JTI = 256;
    private static final String TOKEN_ENDPOINT = "/oauth2/token";

    private final Programs programs;
    private final Clock clock;

    Assertions(Programs programs, Clock clock) {
        this.programs = programs;
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        return token -> decode(UUID.fromString(client.getClientId()), token);
    }

    private Jwt decode(UUID id, String token) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            Program program = programs.find(id).orElseThrow(() -> Refusals.client("The program was ended meanwhile."));
            Program.Key key = key(program, signed.getHeader().getKeyID());
            if (!key.key().hasSigned(signed)) {
                throw Refusals.client(
                        "The assertion is not signed by the key %s with %s. Sign it with the private half of a key that stands at /account/programs."
                                .formatted(key.kid(), key.key().algorithm()));
            }
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            Instant end = requireTimely(claims);
            requireOwn(claims, id);
            requireForHere(claims.getAudience());
            take(program, key, claims.getJWTID(), end);
            return new Jwt(
                    token,
                    null,
                    end,
                    Map.of("alg", signed.getHeader().getAlgorithm().getName(), "kid", key.kid()),
                    Map.of("sub", id.toString()));
        } catch (ParseException e) {
            throw Refusals.client(
                    "Expected a signed JWT in client_assertion (RFC 7523), and could not read it. Make it by a library for JWT.");
        }
    }

    /** The named key; without a name, the only one there is. */
    private static Program.Key key(Program program, @Nullable String kid) {
        List<Program.Key> good = program.goodKeys();
        if (kid == null) {
            if (good.size() != 1) {
                throw Refusals.client(
                        "The program has %s good keys, and the header kid of the assertion names none. Name the one that signs."
                                .formatted(good.size()));
            }
            return good.getFirst();
        }
        Program.Key key = program.key(kid)
                .orElseThrow(() -> Refusals.client(
                        "The program has no key '%s', as the header kid of the assertion says. Register it at /account/programs, or name another."
                                .formatted(Refusals.shown(kid))));
        if (key.revokedAt() != null) {
            throw Refusals.client("The key %s was revoked at %s. Register another at /account/programs."
                    .formatted(key.kid(), key.revokedAt()));
        }
        return key;
    }

    private Instant requireTimely(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date end = claims.getExpirationTime();
        if (end == null) {
            throw Refusals.client("Expected exp in the assertion, at most 5 minutes from now; it has none.");
        }
        if (!end.toInstant().plus(SKEW).isAfter(now)) {
            throw Refusals.client(
                    "The assertion expired at %s, and it is %s here. Make a new one, and compare the clocks."
                            .formatted(end.toInstant(), now));
        }
        if (end.toInstant().isAfter(now.plus(LONGEST).plus(SKEW))) {
            throw Refusals.client(
                    "The assertion lasts until %s: expected an end at most 5 minutes from now, which is %s here."
                            .formatted(end.toInstant(), now));
        }
        Date begin = claims.getNotBeforeTime();
        if (begin != null && begin.toInstant().isAfter(now.plus(SKEW))) {
            throw Refusals.client("The assertion is good from %s, and it is %s here. Compare the clocks."
                    .formatted(begin.toInstant(), now));
        }
        return end.toInstant();
    }

    private static void requireOwn(JWTClaimsSet claims, UUID id) {
        String expected = id.toString();
        if (!expected.equals(claims.getIssuer()) || !expected.equals(claims.getSubject())) {
            throw Refusals.client("Expected the client_id %s as iss and as sub of the assertion, got '%s' and '%s'."
                    .formatted(
                            expected,
                            Refusals.shown(String.valueOf(claims.getIssuer())),
                            Refusals.shown(String.valueOf(claims.getSubject()))));
        }
    }

    /** An assertion that another server may read as well could be sent on to us by it. */
    private static void requireForHere(List<String> audience) {
        String issuer = AuthorizationServerContextHolder.getContext().getIssuer();
        if (audience.isEmpty() || !Set.of(issuer, issuer + TOKEN_ENDPOINT).containsAll(audience)) {
            throw Refusals.client("The assertion is for another audience: expected %s as its only aud, got %s."
                    .formatted(issuer, Refusals.shown(audience.toString())));
        }
    }

    private void take(Program program, Program.Key key, @Nullable String jti, Instant end) {
        if (jti == null || jti.isEmpty() || jti.length() > LONGEST_JTI) {
            throw Refusals.client("Expected a jti in the assertion, another one each time, of 1 to 256 characters.");
        }
        byte[] digest = Sha256Digest.newDigest().digest(jti.getBytes(StandardCharsets.UTF_8));
        if (!programs.use(program.id(), digest, end.plus(SKEW).plus(SKEW))) {
            throw Refusals.client(
                    "The assertion was used before: its jti counts once, on all nodes together. Make a new one for each request.");
        }
        if (!programs.noteUse(program.id(), key.kid())) {
            throw Refusals.client(
                    "The key %s was revoked. Register another at /account/programs.".formatted(key.kid()));
        }
    }
}
