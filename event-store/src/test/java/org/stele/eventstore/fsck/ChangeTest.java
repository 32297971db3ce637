package org.stele.eventstore.fsck;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;

/** What judges the campaign of tampering fails a check that sees nothing, skips a table, is vague or names another row. */
class ChangeTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final String DELETION = "DELETE FROM ledger.index_run WHERE first = 7";

    private final Change change = Change.at("deleted", 7, DELETION);

    @Test
    void a_check_that_names_what_was_changed_passes() throws SQLException {
        try (TestLedger ledger = TestLedger.on(DATABASE)) {
            ledger.appendMany(10);
        }
        assertThat(change.isPlacedBy(Tampering.with(DATABASE, Pinned.NOTHING, DELETION)))
                .isTrue();
        assertThat(change.isPlacedBy(Tampering.with(DATABASE, Pinned.NOTHING))).isFalse();
    }

    @Test
    void a_check_that_names_another_row_or_only_a_table_does_not_pass() {
        assertThat(change.isPlacedBy(report("event 7: index_run has no entry with key 1 and type 2")))
                .isTrue();
        assertThat(change.isPlacedBy(report("event 8: index_run has no entry with key 1 and type 2")))
                .isFalse();
        assertThat(change.isPlacedBy(report("event 70: the row is missing"))).isFalse();
        assertThat(change.isPlacedBy(report("merkle_tile (level 0, index 7): the row is missing")))
                .isFalse();
        assertThat(change.isPlacedBy(report("index_run: it has fewer rows than it ought to have")))
                .isFalse();
    }

    private static FsckReport report(String firstWrong) {
        return new FsckReport(10, 20, 0, 0, 4, 0, 0, 0, firstWrong, List.of(), "", Pinned.NOTHING);
    }
}
