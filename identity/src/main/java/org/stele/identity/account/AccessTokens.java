package org.stele.identity.account;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tokens by which programs act for an account, in PostgreSQL. Safe for all threads. */
public final class AccessTokens {

    /** How many tokens an account may have at once. */
    public static final int MOST = 20;

    private final JdbcClient jdbc;

    public AccessTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A token without its secret.
     *
     * @param label what its owner calls it; empty where it was made with the account
     * @param expiresAt null for one that is good as long as the account's password
     */
    public record Listed(
            UUID id,
            String label,
            Instant createdAt,
            @Nullable Instant expiresAt) {}

    /** The tokens of an account that are still good, the newest first. */
    public List<Listed> list(Account account) {
        return jdbc.sql("""
                        SELECT id, label, created_at, expires_at FROM identity.access_token
                        WHERE account = :account AND generation = :generation AND (expires_at IS NULL OR expires_at > now())
                        ORDER BY created_at DESC, id LIMIT 100
                        """)
                .param("account", account.id())
                .param("generation", account.generation())
                .query((row, _) -> new Listed(
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("expires_at", OffsetDateTime.class))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** Makes a token; false where the account has {@link #MOST} already, was closed, or got another password meanwhile. */
    public boolean add(Account account, SecretText token, String label, Duration life) {
        return jdbc.sql("""
                        INSERT INTO identity.access_token (sha256, account, label, generation, expires_at)
                        SELECT :sha256, id, :label, generation, now() + CAST(:life AS interval) FROM identity.account a
                        WHERE id = :account AND generation = :generation AND closed_at IS NULL AND :most > (
                            SELECT count(*) FROM identity.access_token t
                            WHERE t.account = a.id AND t.generation = a.generation AND (expires_at IS NULL OR expires_at > now()))
                        """)
                        .param("sha256", token.sha256())
                        .param("account", account.id())
                        .param("label", label)
                        .param("generation", account.generation())
                        .param("life", life.toString())
                        .param("most", MOST)
                        .update()
                == 1;
    }

    /** Ends a token of this account; another account's is left as it is. */
    public boolean end(Account account, UUID token) {
        return jdbc.sql("""
                        UPDATE identity.access_token SET expires_at = now()
                        WHERE id = :id AND account = :account AND (expires_at IS NULL OR expires_at > now())
                        """).param("id", token).param("account", account.id()).update() == 1;
    }
}
