package org.stele.identity.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.events.Actor;
import org.stele.events.MemberState;
import org.stele.events.Role;

/**
 * The accounts of this ledger, in PostgreSQL. Nothing is kept in memory: an account that is closed on one node is closed on
 * every node with its next request. Safe for all threads.
 */
public final class Accounts {

    private final JdbcClient jdbc;

    public Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account and the stored form of its password, which is null until one is chosen. */
    public record Stored(Account account, @Nullable String password) {}

    /** The open account of this name. */
    public Optional<Account> find(String username) {
        return jdbc.sql("""
                        SELECT id, username, staff_id, role, member_state, generation
                        FROM identity.account WHERE username = :username AND closed_at IS NULL
                        """)
                .param("username", username)
                .query((row, _) -> account(row))
                .optional();
    }

    /** The open account of this id. */
    public Optional<Account> find(UUID id) {
        return jdbc.sql("""
                        SELECT id, username, staff_id, role, member_state, generation
                        FROM identity.account WHERE id = :id AND closed_at IS NULL
                        """).param("id", id).query((row, _) -> account(row)).optional();
    }

    /** The open account of just this person, role and State; the oldest where there are several. */
    public Optional<Account> find(Actor actor) {
        MemberState state = actor.memberState();
        return jdbc.sql("""
                        SELECT id, username, staff_id, role, member_state, generation FROM identity.account
                        WHERE staff_id = :staffId AND role = :role
                            AND member_state IS NOT DISTINCT FROM CAST(:memberState AS text) AND closed_at IS NULL
                        ORDER BY created_at, id LIMIT 1
                        """)
                .param("staffId", actor.staffId())
                .param("role", actor.role().id())
                .param("memberState", state == null ? null : state.iso3())
                .query((row, _) -> account(row))
                .optional();
    }

    /** The same, where nobody has chosen a password yet. */
    public Optional<Account> findWithoutPassword(UUID id) {
        return jdbc.sql("""
                        SELECT id, username, staff_id, role, member_state, generation
                        FROM identity.account WHERE id = :id AND password IS NULL AND closed_at IS NULL
                        """).param("id", id).query((row, _) -> account(row)).optional();
    }

    /** The account of this name, open or closed: a name is given once. */
    public Optional<Account> findEvenClosed(String username) {
        return jdbc.sql("""
                        SELECT id, username, staff_id, role, member_state, generation
                        FROM identity.account WHERE username = :username
                        """)
                .param("username", username)
                .query((row, _) -> account(row))
                .optional();
    }

    /** All open accounts. */
    public List<Account> open() {
        return jdbc.sql("""
                        SELECT id, username, staff_id, role, member_state, generation
                        FROM identity.account WHERE closed_at IS NULL
                        """).query((row, _) -> account(row)).list();
    }

    /** The open account of this name, with its password. */
    public Optional<Stored> findToSignIn(String username) {
        return jdbc.sql("""
                        SELECT id, username, staff_id, role, member_state, generation, password
                        FROM identity.account WHERE username = :username AND closed_at IS NULL
                        """)
                .param("username", username)
                .query((row, _) -> new Stored(account(row), row.getString("password")))
                .optional();
    }

    /** The open account of a token that is still good. */
    public Optional<Account> findByToken(SecretText token, Instant now) {
        return jdbc.sql("""
                        SELECT a.id, a.username, a.staff_id, a.role, a.member_state, a.generation
                        FROM identity.access_token t
                        JOIN identity.account a ON a.id = t.account AND a.generation = t.generation
                        WHERE t.sha256 = :sha256 AND a.closed_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > :now)
                        """)
                .param("sha256", token.sha256())
                .param("now", utc(now))
                .query((row, _) -> account(row))
                .optional();
    }

    /** Whether anybody can sign in to act in this role. */
    public boolean hasPasswordFor(Role role) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM identity.account
                            WHERE role = :role AND password IS NOT NULL AND closed_at IS NULL)
                        """).param("role", role.id()).query(Boolean.class).single();
    }

    /**
     * Opens an account.
     *
     * @param id of its accreditation
     * @param password in its stored form; null for one that an invitation lets its owner choose
     * @throws org.springframework.dao.DuplicateKeyException where the name is taken, also by a closed account
     */
    public Account open(UUID id, String username, Actor actor, @Nullable String password) {
        Account account = new Account(id, username, actor, 1);
        MemberState state = actor.memberState();
        jdbc.sql("""
                        INSERT INTO identity.account (id, username, password, staff_id, role, member_state)
                        VALUES (:id, :username, :password, :staffId, :role, :memberState)
                        """)
                .param("id", account.id())
                .param("username", username)
                .param("password", password)
                .param("staffId", actor.staffId())
                .param("role", actor.role().id())
                .param("memberState", state == null ? null : state.iso3())
                .update();
        return account;
    }

    /** Ends what the account allows, at once and for good. */
    public void close(UUID id) {
        jdbc.sql("UPDATE identity.account SET closed_at = now() WHERE id = :id AND closed_at IS NULL")
                .param("id", id)
                .update();
    }

    /** Replaces the password and every token of an account, and ends its sessions. */
    public void renew(Account account, String password, SecretText token) {
        changePassword(account, password).ifPresent(renewed -> addToken(renewed, token, null));
    }

    /**
     * Replaces the password. Every session and token of the account is out with its next request, on every node: they are of the
     * generation before. Empty where the account was closed, or its password changed, since it was read.
     */
    public Optional<Account> changePassword(Account account, String password) {
        return jdbc.sql("""
                        UPDATE identity.account SET password = :password, generation = generation + 1
                        WHERE id = :id AND generation = :generation AND closed_at IS NULL
                        RETURNING id, username, staff_id, role, member_state, generation
                        """)
                .param("password", password)
                .param("id", account.id())
                .param("generation", account.generation())
                .query((row, _) -> account(row))
                .optional();
    }

    /** @param life until when the token is good; null for as long as the account is open and keeps its password */
    public void addToken(Account account, SecretText token, @Nullable Duration life) {
        jdbc.sql("""
                        INSERT INTO identity.access_token (sha256, account, generation, expires_at)
                        VALUES (:sha256, :account, :generation, now() + CAST(:life AS interval))
                        """)
                .param("sha256", token.sha256())
                .param("account", account.id())
                .param("generation", account.generation())
                .param("life", life == null ? null : life.toString())
                .update();
    }

    /** Lets whoever has the text choose the account's password, once within this time. */
    public void invite(Account account, SecretText invitation, Duration life) {
        jdbc.sql("""
                        INSERT INTO identity.invitation (sha256, account, expires_at)
                        VALUES (:sha256, :account, now() + CAST(:life AS interval))
                        """)
                .param("sha256", invitation.sha256())
                .param("account", account.id())
                .param("life", life.toString())
                .update();
    }

    /** Ends the invitations of an account that were not used. */
    public void endInvitations(Account account) {
        jdbc.sql("UPDATE identity.invitation SET used_at = now() WHERE account = :account AND used_at IS NULL")
                .param("account", account.id())
                .update();
    }

    /** The account of an invitation that was neither used nor outlived, while nobody has chosen its password. */
    public Optional<Account> findInvited(SecretText invitation) {
        return jdbc.sql("""
                        SELECT a.id, a.username, a.staff_id, a.role, a.member_state, a.generation
                        FROM identity.invitation i JOIN identity.account a ON a.id = i.account
                        WHERE i.sha256 = :sha256 AND i.used_at IS NULL AND i.expires_at > now() AND a.closed_at IS NULL
                            AND a.password IS NULL
                        """)
                .param("sha256", invitation.sha256())
                .query((row, _) -> account(row))
                .optional();
    }

    /**
     * Sets the password of an invited account, which has none. Of two that do so at once, by one invitation or by two, one does and
     * the other gets empty.
     */
    public Optional<Account> accept(SecretText invitation, String password) {
        return jdbc.sql("""
                        WITH used AS (
                            UPDATE identity.invitation SET used_at = now()
                            WHERE sha256 = :sha256 AND used_at IS NULL AND expires_at > now() RETURNING account)
                        UPDATE identity.account SET password = :password, generation = generation + 1 FROM used
                        WHERE id = used.account AND closed_at IS NULL AND password IS NULL
                        RETURNING id, username, staff_id, role, member_state, generation
                        """)
                .param("sha256", invitation.sha256())
                .param("password", password)
                .query((row, _) -> account(row))
                .optional();
    }

    private static Account account(ResultSet row) throws SQLException {
        String state = row.getString("member_state");
        Actor actor = new Actor(
                row.getString("staff_id"),
                Role.find(row.getString("role")).orElseThrow(),
                state == null ? null : MemberState.find(state).orElseThrow());
        return new Account(row.getObject("id", UUID.class), row.getString("username"), actor, row.getInt("generation"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
