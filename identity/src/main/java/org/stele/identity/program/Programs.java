package org.stele.identity.program;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.identity.account.Account;

/**
 * The programs of all accounts, in PostgreSQL. Nothing is kept in memory: a key that is revoked on one node is revoked on every
 * node with its next request. Safe for all threads.
 */
public final class Programs {

    /** How many programs an account may have at once. */
    public static final int MOST = 20;

    /** How many good keys a program may have at once: the old one and the new one, and some to spare. */
    public static final int MOST_KEYS = 5;

    private final JdbcClient jdbc;

    public Programs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The programs of an account that were not ended, the newest first. */
    public List<Program> list(Account account) {
        List<UUID> ids = jdbc.sql("""
                        SELECT id FROM identity.program WHERE account = :account AND ended_at IS NULL
                        ORDER BY created_at DESC, id LIMIT 100
                        """)
                .param("account", account.id())
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
        return ids.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    /** A program that was not ended, with all its keys. */
    public Optional<Program> find(UUID id) {
        return jdbc.sql("""
                        SELECT id, account, label, scopes, created_at FROM identity.program
                        WHERE id = :id AND ended_at IS NULL
                        """).param("id", id).query((row, _) -> program(row)).optional();
    }

    private Program program(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Program(
                id,
                row.getObject("account", UUID.class),
                row.getString("label"),
                Set.of(row.getString("scopes").split(" ")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                keys(id));
    }

    private List<Program.Key> keys(UUID program) {
        return jdbc.sql("""
                        SELECT kid, jwk, created_at, revoked_at, last_used_at FROM identity.program_key
                        WHERE program = :program ORDER BY created_at, kid LIMIT 1000
                        """)
                .param("program", program)
                .query((row, _) -> new Program.Key(
                        row.getString("kid"),
                        ProgramKey.stored(row.getString("jwk")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("revoked_at", OffsetDateTime.class)),
                        instant(row.getObject("last_used_at", OffsetDateTime.class))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** Registers a program; false where the account has {@link #MOST} already, or was closed. */
    public boolean add(UUID id, Account account, String label, Set<String> scopes) {
        return jdbc.sql("""
                        INSERT INTO identity.program (id, account, label, scopes)
                        SELECT :id, id, :label, :scopes FROM identity.account a
                        WHERE id = :account AND closed_at IS NULL AND :most > (
                            SELECT count(*) FROM identity.program p WHERE p.account = a.id AND p.ended_at IS NULL)
                        """)
                        .param("id", id)
                        .param("account", account.id())
                        .param("label", label)
                        .param("scopes", String.join(" ", new TreeSet<>(scopes).descendingSet()))
                        .param("most", MOST)
                        .update()
                == 1;
    }

    /** Adds a key; false where the program has {@link #MOST_KEYS} good ones, or had this one before. */
    public boolean addKey(Account account, UUID program, ProgramKey key) {
        try {
            return jdbc.sql("""
                            INSERT INTO identity.program_key (program, kid, jwk)
                            SELECT id, :kid, :jwk FROM identity.program p
                            WHERE id = :program AND account = :account AND ended_at IS NULL AND :most > (
                                SELECT count(*) FROM identity.program_key k WHERE k.program = p.id AND revoked_at IS NULL)
                            """)
                            .param("kid", key.thumbprint())
                            .param("jwk", key.json())
                            .param("program", program)
                            .param("account", account.id())
                            .param("most", MOST_KEYS)
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Ends a program of this account, and its tokens with their next request; another account's is left as it is. */
    public boolean end(Account account, UUID program) {
        return jdbc.sql("""
                        UPDATE identity.program SET ended_at = now()
                        WHERE id = :id AND account = :account AND ended_at IS NULL
                        """).param("id", program).param("account", account.id()).update() == 1;
    }

    /** Revokes a key, and the tokens that it got with their next request. It is never good again. */
    public boolean revoke(Account account, UUID program, String kid) {
        return jdbc.sql("""
                        UPDATE identity.program_key k SET revoked_at = now() FROM identity.program p
                        WHERE k.program = p.id AND p.id = :id AND p.account = :account AND k.kid = :kid
                            AND k.revoked_at IS NULL
                        """)
                        .param("id", program)
                        .param("account", account.id())
                        .param("kid", kid)
                        .update()
                == 1;
    }

    /** Takes the id of an assertion; false where it was taken before, on whichever node. */
    boolean use(UUID program, byte[] jtiSha256, Instant expiresAt) {
        jdbc.sql("""
                        DELETE FROM identity.used_assertion WHERE (program, jti_sha256) IN (
                            SELECT program, jti_sha256 FROM identity.used_assertion WHERE expires_at < now() LIMIT 100)
                        """).update();
        return jdbc.sql("""
                        INSERT INTO identity.used_assertion (program, jti_sha256, expires_at)
                        VALUES (:program, :jti, :expiresAt) ON CONFLICT DO NOTHING
                        """)
                        .param("program", program)
                        .param("jti", jtiSha256)
                        .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Notes that a key proved who its program is; false where it was revoked meanwhile. */
    boolean noteUse(UUID program, String kid) {
        return jdbc.sql("""
                        UPDATE identity.program_key SET last_used_at = now()
                        WHERE program = :program AND kid = :kid AND revoked_at IS NULL
                        """).param("program", program).param("kid", kid).update() == 1;
    }
}
