package org.stele.query.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.signing.CheckpointSigner;
import org.stele.eventstore.signing.TestSigning;

/** Stored rows of a wrong size or form, behind every address of the log: a clear problem, and never a failure of ours. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DamagedRowsTest {

    private static final List<String> TABLES =
            List.of("event", "index_run", "merkle_tile", "checkpoint", "cosignature", "state_heads", "signing_key");

    private static final List<String> PATHS = List.of(
            "/log/checkpoint",
            "/log/states/checkpoint",
            "/log/key",
            "/log/policy",
            "/log/tile/0/000",
            "/log/tile/0/001.p/3",
            "/log/tile/1/000.p/1",
            "/log/tile/entries/000",
            "/log/tile/entries/001.p/3",
            "/log/states/tile/0/000.p/1",
            "/log/states/tile/entries/000.p/1",
            "/api/v1/events/3/proof",
            "/api/v1/events/3/opening",
            "/api/v1/consistency?from=3",
            "/api/v1/evidence.zip",
            "/api/v1/states/POL/evidence.zip",
            "/api/v1/states/POL/evidence.zip?completeness=heads");

    /** For what the addresses may tell or not. */
    private static final String NOWHERE = "";

    /** Each with the address that must tell of it. */
    private record Damage(String sql, String path) {}

    private static final List<Damage> DAMAGES = List.of(
            new Damage("UPDATE ledger.state_heads SET leaf_hash = '\\x00'", "/log/states/tile/0/000.p/1"),
            new Damage("UPDATE ledger.state_heads SET leaf_hash = NULL", "/log/states/tile/0/000.p/1"),
            new Damage("UPDATE ledger.state_heads SET leaf = 'nothing'", "/log/states/tile/entries/000.p/1"),
            new Damage("UPDATE ledger.state_heads SET leaf = NULL", "/log/states/tile/entries/000.p/1"),
            new Damage("DELETE FROM ledger.state_heads", "/log/states/tile/0/000.p/1"),
            new Damage("UPDATE ledger.merkle_tile SET hashes = '\\x0102'", "/log/tile/0/000"),
            new Damage("UPDATE ledger.merkle_tile SET hashes = NULL", "/log/tile/0/000"),
            new Damage("DELETE FROM ledger.merkle_tile", "/log/tile/0/000"),
            new Damage("UPDATE ledger.event SET leaf_hash = '\\x01'", "/log/tile/0/001.p/3"),
            new Damage("UPDATE ledger.event SET leaf_hash = NULL", "/log/tile/0/001.p/3"),
            new Damage("UPDATE ledger.event SET leaf = NULL", "/log/tile/entries/000"),
            new Damage("UPDATE ledger.event SET leaf = decode(repeat('00', 70000), 'hex')", "/log/tile/entries/000"),
            new Damage("UPDATE ledger.event SET leaf = 'nothing'", "/api/v1/evidence.zip"),
            new Damage("UPDATE ledger.event SET body = NULL", NOWHERE),
            new Damage("UPDATE ledger.event SET salt = NULL", NOWHERE),
            new Damage("UPDATE ledger.checkpoint SET note = 'nothing'", "/log/checkpoint"),
            new Damage("UPDATE ledger.checkpoint SET note = NULL", "/log/checkpoint"),
            new Damage("UPDATE ledger.checkpoint SET note = ''", "/log/states/checkpoint"),
            new Damage(
                    "INSERT INTO ledger.cosignature SELECT log, size, 'w', 'nothing' FROM ledger.checkpoint",
                    "/log/checkpoint"),
            new Damage("UPDATE ledger.signing_key SET verifier_key = 'nothing'", "/log/policy"),
            new Damage("DELETE FROM ledger.signing_key", "/log/key"));

    @TempDir
    Path home;

    @Test
    void no_stored_row_of_a_wrong_form_is_a_failure_behind_any_address() throws Exception {
        TestDatabase database = TestDatabase.create();
        TestSigning signing = new TestSigning(home);
        try (TestLedger ledger = TestLedger.on(database)) {
            ledger.appendMany(259);
            try (CheckpointSigner signer = signing.start(database, signing.keys("key"), Duration.ofHours(1))) {
                TestSigning.awaitSigned(database);
            }
        }
        database.execute(unguarded());
        try (LogServer server = LogServer.on(database)) {
            for (Damage damage : DAMAGES) {
                database.execute(damage.sql());
                PATHS.forEach(path -> requireNoFailure(server, damage, path));
                for (String table : TABLES) {
                    database.execute(
                            "DELETE FROM ledger." + table,
                            "INSERT INTO ledger.%1$s SELECT * FROM public.kept_%1$s".formatted(table));
                }
            }
        }
    }

    /** Without triggers, constraints and NOT NULL, and each table with a copy of what it held. */
    private static String[] unguarded() {
        List<String> setUp = new ArrayList<>();
        for (String table : TABLES) {
            setUp.add("ALTER TABLE ledger.%1$s DISABLE TRIGGER ALL".formatted(table));
            setUp.add("""
                    DO $$ DECLARE c text; BEGIN
                        FOR c IN SELECT a.attname FROM pg_attribute a WHERE a.attrelid = 'ledger.%1$s'::regclass
                            AND a.attnotnull AND a.attnum > 0 AND a.attnum NOT IN (
                                SELECT unnest(i.indkey) FROM pg_index i WHERE i.indrelid = a.attrelid AND i.indisprimary)
                        LOOP EXECUTE format('ALTER TABLE ledger.%1$s ALTER COLUMN %%I DROP NOT NULL', c); END LOOP;
                        FOR c IN SELECT conname FROM pg_constraint WHERE conrelid = 'ledger.%1$s'::regclass AND contype = 'c'
                        LOOP EXECUTE format('ALTER TABLE ledger.%1$s DROP CONSTRAINT %%I', c); END LOOP;
                    END $$""".formatted(table));
            setUp.add("CREATE TABLE public.kept_%1$s AS SELECT * FROM ledger.%1$s".formatted(table));
        }
        return setUp.toArray(String[]::new);
    }

    private static void requireNoFailure(LogServer server, Damage damage, String path) {
        HttpResponse<byte[]> answer;
        try {
            answer = server.get(path);
        } catch (AssertionError brokenOff) {
            // A bundle is written while it is made; what was begun can only break off.
            assertThat(path).contains("evidence.zip").isNotEqualTo(damage.path());
            return;
        }
        assertThat(answer.statusCode()).as("%s: %s", damage.sql(), path).isNotEqualTo(500);
        if (path.equals(damage.path())) {
            assertThat(answer.statusCode()).as("%s: %s", damage.sql(), path).isEqualTo(503);
            assertThat(new String(answer.body(), UTF_8))
                    .as("%s: %s", damage.sql(), path)
                    .contains("\"ledger-damaged\"");
        }
    }
}
