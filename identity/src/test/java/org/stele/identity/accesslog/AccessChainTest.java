package org.stele.identity.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stele.eventstore.TestDatabase;
import org.stele.identity.IdentityMigration;
import org.stele.identity.accesslog.AccessEntry.What;

/** Whoever can do everything in the database changes the access log, and is found. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessChainTest {

    private static final Instant AT = Instant.parse("2026-11-30T15:00:00Z");

    private static TestDatabase database;
    private static AccessRows rows;
    private static AccessChain chain;

    private List<HourDigest> digests = List.of();

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        IdentityMigration.migrate(database.owner());
        rows = new AccessRows(database.command());
        chain = new AccessChain(new AccessRows(database.query()));
    }

    @BeforeEach
    void fill() {
        asSuperuser("TRUNCATE access_log.entry");
        IntStream.range(0, 3).forEach(_ -> rows.append(entries(4)));
        digests = digests();
        rows.append(entries(3));
    }

    private static List<AccessEntry> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> AccessEntry.of(AT.plusSeconds(i), What.READ, AccessEntry.DONE, null, "/page/" + i, null))
                .toList();
    }

    /** Of all hours that there are, which are one, or two around the full hour. */
    private List<HourDigest> digests() {
        List<HourDigest> all = new ArrayList<>();
        var next = chain.next(null, AT.plus(Duration.ofDays(100_000)));
        while (next.isPresent()) {
            all.add(next.get());
            next = chain.next(next.get(), AT.plus(Duration.ofDays(100_000)));
        }
        return all;
    }

    private static void asSuperuser(String... statements) {
        JdbcClient superuser = JdbcClient.create(database.superuser());
        superuser.sql("ALTER TABLE access_log.entry DISABLE TRIGGER ALL").update();
        for (String statement : statements) {
            superuser.sql(statement).update();
        }
        superuser.sql("ALTER TABLE access_log.entry ENABLE TRIGGER ALL").update();
    }

    @Test
    void what_was_only_written_is_sound() {
        assertThat(chain.check(digests)).isEqualTo(15);
        assertThat(digests.getLast().last()).isEqualTo(12);
        assertThat(chain.check(List.of())).isEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE access_log.entry SET staff_id = 'other' WHERE number = 5                    | row 5 is not as it was written
            UPDATE access_log.entry SET address = NULL WHERE number = 5                        | row 5 is not as it was written
            UPDATE access_log.entry SET occurred_at = now() WHERE number = 5                   | row 5 is not as it was written
            UPDATE access_log.entry SET recorded_at = recorded_at - interval '1 us' WHERE number = 5 | row 5 is not as it was written
            UPDATE access_log.entry SET what = 'other' WHERE number = 5                        | row 5 is not as it was written
            UPDATE access_log.entry SET hash = sha256('x') WHERE number = 15                   | row 15 is not as it was written
            DELETE FROM access_log.entry WHERE number = 5                                      | row 5 is missing
            DELETE FROM access_log.entry WHERE number = 1                                      | row 1 is missing
            DELETE FROM access_log.entry WHERE number > 8                                      | row 9 is missing
            UPDATE access_log.entry SET number = number + 100 WHERE number = 15                | row 15 is missing
            INSERT INTO access_log.entry SELECT 16, recorded_at, occurred_at, what, outcome, staff_id, role, member_state, address, detail, hash FROM access_log.entry WHERE number = 15 | row 16 is not as it was written
            """)
    void a_changed_a_deleted_and_an_inserted_row_is_named(String statement, String words) {
        asSuperuser(statement);

        assertThatThrownBy(() -> chain.check(digests))
                .isInstanceOf(AccessLogChanged.class)
                .hasMessageContaining(words);
    }

    @Test
    void a_log_that_was_chained_anew_does_not_agree_with_the_ledger() {
        asSuperuser("DELETE FROM access_log.entry");
        rows.append(entries(4));
        rows.append(entries(11));

        assertThat(chain.check(List.of())).isEqualTo(15);
        assertThatThrownBy(() -> chain.check(digests)).hasMessageContaining("chained anew");
    }

    @Test
    void no_digest_is_made_of_a_row_that_is_not_as_it_was_written() {
        asSuperuser("UPDATE access_log.entry SET staff_id = 'other' WHERE number = 14");

        assertThatThrownBy(() -> chain.next(digests.getLast(), AT.plus(Duration.ofDays(100_000))))
                .hasMessageContaining("row 14");
    }

    @Test
    void an_hour_that_is_not_over_has_no_digest() {
        assertThat(chain.next(digests.getLast(), digests.getLast().hour())).isEmpty();
        assertThat(rows.closedUntil(Duration.ZERO)).isBefore(Instant.now());
    }

    @Test
    void what_cannot_be_written_waits_and_is_written_once_it_can() throws Exception {
        JdbcClient owner = JdbcClient.create(database.owner());
        owner.sql("REVOKE INSERT ON access_log.entry FROM stele_command").update();
        try (AccessLog log = new AccessLog(rows, Clock.systemUTC())) {
            log.record(What.READ, AccessEntry.DONE, null, "/waiting", null);
            await().until(() -> log.status().failingSince() != null);
            assertThat(new AccessLogHealth(log, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1)))
                            .health()
                            .getStatus()
                            .getCode())
                    .isEqualTo("DOWN");
            log.lose(3);

            owner.sql("GRANT INSERT ON access_log.entry TO stele_command").update();

            await().until(() -> "3".equals(rows.last(1).getFirst().entry().outcome()));
            assertThat(rows.last(2).getLast().entry().address()).isEqualTo("/waiting");
            assertThat(log.status().lostCount()).isZero();
        }
    }

    @Test
    void a_stop_writes_what_waits() {
        AccessLog log = new AccessLog(rows, Clock.systemUTC());
        for (int i = 0; i < 1_200; i++) {
            log.record(What.READ, AccessEntry.DONE, null, "/last/" + i, null);
        }

        log.close();

        assertThat(rows.last(1).getFirst().entry().address()).isEqualTo("/last/1199");
        assertThat(chain.check(digests)).isEqualTo(1_215);
    }

    @Test
    void settings_are_kept_without_secrets() {
        assertThat(StartSettings.of(Map.of(
                        "STELE_PORT", "9090",
                        "STELE_DB_COMMAND_PASSWORD", "hush",
                        "STELE_OIDC_CLIENT_SECRET", "hush",
                        "STELE_SIGNING_KEY", "/keys/hush",
                        "STELE_DB_URL", "jdbc:postgresql://me:hush@db/stele?password=hush",
                        "HOME", "/root")))
                .contains("STELE_PORT=9090", "STELE_DB_COMMAND_PASSWORD=(set)")
                .doesNotContain("hush", "HOME");
    }
}
