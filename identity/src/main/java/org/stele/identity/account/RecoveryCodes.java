package org.stele.identity.account;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The recovery codes of the accounts, in PostgreSQL, by their hashes. Safe for all threads. */
public final class RecoveryCodes {

    private final JdbcClient jdbc;

    public RecoveryCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Replaces all codes of an account.
     *
     * @param hashes of the codes by their number
     */
    public void replace(Account account, List<String> hashes) {
        jdbc.sql("""
                        WITH made AS (
                            SELECT CAST(:account AS uuid) AS account, ordinality - 1 AS number, hash
                            FROM unnest(CAST(:hashes AS text[])) WITH ORDINALITY AS codes (hash, ordinality))
                        INSERT INTO identity.recovery_code (account, number, hash) SELECT account, number, hash FROM made
                        ON CONFLICT (account, number) DO UPDATE SET hash = EXCLUDED.hash, used_at = NULL
                        """)
                .param("account", account.id())
                .param("hashes", hashes.toArray(String[]::new))
                .update();
    }

    /** How many codes of the account were not used. */
    public int left(Account account) {
        return jdbc.sql("SELECT count(*) FROM identity.recovery_code WHERE account = :account AND used_at IS NULL")
                .param("account", account.id())
                .query(Integer.class)
                .single();
    }

    /** The hash of an unused code of the open account of this name. */
    public Optional<String> find(String username, int number) {
        return jdbc.sql("""
                        SELECT c.hash FROM identity.recovery_code c JOIN identity.account a ON a.id = c.account
                        WHERE a.username = :username AND c.number = :number AND c.used_at IS NULL AND a.closed_at IS NULL
                        """)
                .param("username", username)
                .param("number", number)
                .query(String.class)
                .optional();
    }

    /** Marks the code of this hash as used. Of two that use it at once, one gets true. */
    public boolean use(String username, int number, String hash) {
        return jdbc.sql("""
                        UPDATE identity.recovery_code c SET used_at = now() FROM identity.account a
                        WHERE a.id = c.account AND a.username = :username AND c.number = :number AND c.hash = :hash
                            AND c.used_at IS NULL AND a.closed_at IS NULL
                        """)
                        .param("username", username)
                        .param("number", number)
                        .param("hash", hash)
                        .update()
                == 1;
    }
}
