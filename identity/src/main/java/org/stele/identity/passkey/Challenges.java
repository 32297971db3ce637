package org.stele.identity.passkey;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.stele.identity.account.Account;
import org.stele.identity.account.SecretText;

/**
 * The challenges that passkeys are asked to sign. The browser holds a cookie, the database the challenge; taking one deletes it,
 * so that of many who send the same signature, to whichever nodes, one is heard. Safe for all threads.
 */
final class Challenges {

    static final Duration LIFE = Duration.ofMinutes(5);

    private static final String COOKIE = "stele-challenge";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Challenges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param account whose new passkey is to sign it; null for any that signs in */
    void keep(Bytes challenge, @Nullable Account account, HttpServletRequest request, HttpServletResponse response) {
        SecretText name = SecretText.random("", random);
        jdbc.sql("""
                        WITH outlived AS (DELETE FROM identity.passkey_challenge WHERE expires_at < :now)
                        INSERT INTO identity.passkey_challenge (sha256, challenge, account, expires_at)
                        VALUES (:sha256, :challenge, :account, :expiresAt)
                        """)
                .param("now", utc(clock.instant()))
                .param("sha256", name.sha256())
                .param("challenge", challenge.getBytes())
                .param("account", account == null ? null : account.id(), java.sql.Types.OTHER)
                .param("expiresAt", utc(clock.instant().plus(LIFE)))
                .update();
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, name.text())
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .path("/")
                        .maxAge(LIFE)
                        .build()
                        .toString());
    }

    /** The challenge of this browser, once; empty where there is none, it is too old, or it is of another account. */
    Optional<Bytes> take(HttpServletRequest request, @Nullable Account account) {
        return cookie(request)
                .flatMap(name -> jdbc.sql("""
                        DELETE FROM identity.passkey_challenge WHERE sha256 = :sha256
                        RETURNING challenge, account, expires_at
                        """)
                        .param("sha256", new SecretText(name).sha256())
                        .query((row, _) -> new Kept(
                                new Bytes(row.getBytes("challenge")),
                                row.getObject("account", UUID.class),
                                row.getObject("expires_at", OffsetDateTime.class)
                                        .toInstant()))
                        .optional()
                        .filter(kept -> kept.isFor(account) && kept.expiresAt().isAfter(clock.instant()))
                        .map(Kept::challenge));
    }

    private record Kept(Bytes challenge, @Nullable UUID account, Instant expiresAt) {

        boolean isFor(@Nullable Account asked) {
            return asked == null ? account == null : asked.id().equals(account);
        }
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
