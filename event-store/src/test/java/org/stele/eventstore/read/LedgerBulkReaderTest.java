package org.stele.eventstore.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.event.LedgerDamaged;

class LedgerBulkReaderTest {

    private static final int EVENTS = 40;

    @Test
    void a_scan_that_is_broken_off_leaves_nothing_to_the_next_reader_of_the_pool() {
        TestDatabase database = TestDatabase.create();
        try (TestLedger ledger = TestLedger.on(database);
                HikariDataSource pool = new HikariDataSource()) {
            ledger.appendMany(EVENTS);
            pool.setDataSource(database.projection());
            pool.setMaximumPoolSize(1);
            LedgerBulkReader scan = new LedgerBulkReader(pool);
            LedgerReader reader = new LedgerReader(pool);
            for (long last = 1; last <= EVENTS; last++) {
                long damaged = last;
                assertThatThrownBy(() -> scan.scan(0, EVENTS, event -> {
                            if (event.position() == damaged) {
                                throw new LedgerDamaged("event " + damaged);
                            }
                        }))
                        .isInstanceOf(LedgerDamaged.class);

                assertThat(reader.head()).isEqualTo(EVENTS);
                assertThat(reader.acceptedDamage()).isEmpty();
            }
        }
    }
}
