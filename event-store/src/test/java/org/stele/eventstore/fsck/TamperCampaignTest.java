package org.stele.eventstore.fsck;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever somebody with all rights changes in the tables, a check finds it and names one of the places that were changed. The
 * cases are drawn at random: {@code -Dtamper.cases} says how many, {@code -Dseed} which, {@code -DnewSeed=true} others each time.
 */
@Tag("long")
class TamperCampaignTest {

    private static final int CASES = Integer.getInteger("tamper.cases", 250);
    private static final long SEED =
            Long.getLong("seed", Boolean.getBoolean("newSeed") ? System.nanoTime() : 7_001_010_984_121L);

    /** Every fourth case is made of several changes. */
    private static final int COMBINED = 4;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Map<String, Integer> drawn = new TreeMap<>();
    private final List<String> missed = new ArrayList<>();

    @Test
    void every_change_is_found_and_placed() throws Exception {
        System.out.println("TamperCampaignTest: -Dseed=" + SEED + " -Dtamper.cases=" + CASES);
        TamperedLedger ledger = TamperedLedger.create(random);
        List<Supplier<Change>> kinds = Stream.of(
                        new EventTampering(ledger, random).kinds(),
                        new IndexTampering(ledger, random).kinds(),
                        new SignedTampering(ledger, random).kinds(),
                        new ChainTampering(ledger, random).kinds())
                .flatMap(List::stream)
                .toList();
        int impossible = 0;
        try (Connection connection = ledger.database().superuser().getConnection()) {
            connection.setAutoCommit(false);
            assertThat(Tampering.with(connection, ledger.kept()).firstWrong()).isNull();
            for (int i = 0; i < CASES; i++) {
                // Each kind in turn, so that none is left to chance.
                while (!isTried(connection, ledger, change(kinds, i))) {
                    impossible++;
                }
            }
            assertThat(Tampering.with(connection, ledger.kept()).firstWrong()).isNull();
        }
        System.out.printf(
                "%s events, %s cases of %s kinds, %s drawn anew, %s not placed: %s%n",
                ledger.size(), CASES, kinds.size(), impossible, missed.size(), drawn);
        assertThat(missed).as("-Dseed=" + SEED).isEmpty();
        assertThat(impossible).isLessThan(1 + CASES / 10);
    }

    private Change change(List<Supplier<Change>> kinds, int number) {
        Change change = kinds.get(number % kinds.size()).get();
        drawn.merge(change.kind(), 1, Integer::sum);
        if (number % COMBINED == 0) {
            for (int more = 1 + random.nextInt(3); more > 0; more--) {
                change = change.and(kinds.get(random.nextInt(kinds.size())).get());
            }
        }
        return change;
    }

    /** False if the database refuses the change even so, such as a second row of one key, or a copy of a row that is gone. */
    private boolean isTried(Connection connection, TamperedLedger ledger, Change change) throws SQLException {
        FsckReport report;
        try {
            Pinned kept = change.needsKept() ? ledger.kept() : Pinned.NOTHING;
            report = Tampering.with(connection, kept, change.statements().toArray(String[]::new));
        } catch (SQLException e) {
            if (!String.valueOf(e.getSQLState()).startsWith("23")) {
                throw e;
            }
            return false;
        }
        if (!change.isPlacedBy(report)) {
            missed.add(change + "\n  was reported as: " + report.firstWrong());
        }
        return true;
    }
}
