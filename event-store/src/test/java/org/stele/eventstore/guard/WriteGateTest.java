package org.stele.eventstore.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.append.postgres.WriteSession;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.guard.WriteGate.Keeper;
import org.stele.eventstore.jdbc.Query;

/** While the gate is closed nothing is recorded, and every caller gets the reason. */
class WriteGateTest {

    private final TestDatabase database = TestDatabase.create();
    private final TestLedger ledger = TestLedger.on(database);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_closed_gate_refuses_with_every_reason_and_an_opened_one_records_again() {
        ledger.gate().close(Keeper.CLOCK, "the clock leapt");
        ledger.gate().close(Keeper.GUARDS, "a trigger is gone");
        assertThatThrownBy(() -> ledger.append(TestLedger.event("test.A")))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessage("Nothing is recorded now: a trigger is gone; the clock leapt");
        ledger.gate().open(Keeper.GUARDS);
        assertThatThrownBy(() -> ledger.append(TestLedger.event("test.A"))).isInstanceOf(LedgerUnavailable.class);
        assertThat(ledger.reader().head()).isZero();

        ledger.gate().open(Keeper.CLOCK);
        assertThat(ledger.append(TestLedger.event("test.A"))).isEqualTo(1);
    }

    @Test
    void commands_accepted_before_the_gate_closed_are_not_written_afterwards() throws Exception {
        ledger.append(TestLedger.event("test.First"));
        CompletableFuture<Long> first;
        CompletableFuture<Long> second;
        try (Connection holder = database.superuser().getConnection();
                var statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + WriteSession.WRITER_LOCK + ")");
            first = ledger.submit(AppendCondition.none(), List.of(TestLedger.event("test.A")));
            awaitWriter(holder);
            second = ledger.submit(AppendCondition.none(), List.of(TestLedger.event("test.B")));
            ledger.gate().close(Keeper.SIGNER, "what was signed is not there");
        }
        // It was submitted before.
        assertThat(first.join()).isEqualTo(2);
        assertThatThrownBy(second::join).hasRootCauseMessage("Nothing is recorded now: what was signed is not there");

        ledger.gate().open(Keeper.SIGNER);
        assertThat(ledger.append(TestLedger.event("test.C"))).isEqualTo(3);
        assertThat(ledger.fsck().firstWrong()).isNull();
    }

    private static void awaitWriter(Connection connection) {
        Awaitility.await().until(() -> {
            Integer waiting = Query.one(
                    connection,
                    "SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory' AND NOT granted",
                    statement -> {},
                    row -> row.getInt(1));
            return waiting != null && waiting > 0;
        });
    }

    @Test
    void repairing_events_pass_their_own_keeper_and_no_other() {
        ledger.gate().letPass(Keeper.AUDIT, Set.of("test.Mended"));
        ledger.gate().close(Keeper.AUDIT, "a body is not that of its leaf");
        assertThatThrownBy(() -> ledger.append(TestLedger.event("test.Mended"), TestLedger.event("test.A")))
                .isInstanceOf(LedgerUnavailable.class);
        assertThat(ledger.append(TestLedger.event("test.Mended"))).isEqualTo(1);

        ledger.gate().close(Keeper.CLOCK, "the clock leapt");
        assertThatThrownBy(() -> ledger.append(TestLedger.event("test.Mended"))).isInstanceOf(LedgerUnavailable.class);
    }
}
