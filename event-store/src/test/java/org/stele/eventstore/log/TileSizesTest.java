package org.stele.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.fsck.Fsck;
import org.stele.eventstore.fsck.FsckReport;
import org.stele.eventstore.read.LedgerReader;
import org.stele.ledger.Frontier;
import org.stele.ledger.Hash;

/** Tiles and roots are right on both sides of the edges of tiles, also when a node starts there. */
@Tag("long")
class TileSizesTest {

    private static final int[] SIZES = {1, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 65_800};

    @Test
    void a_ledger_grows_over_the_edges_of_tiles_with_a_new_node_at_each() {
        TestDatabase database = TestDatabase.create();
        int before = 0;
        for (int size : SIZES) {
            try (TestLedger ledger = TestLedger.on(database)) {
                ledger.appendMany(size - before);
            }
            before = size;
        }
        LedgerReader reader = new LedgerReader(database.projection());
        FsckReport report = new Fsck(database.projection(), TestLedger.STATE_TAG).run(position -> {});
        assertThat(report.firstWrong()).isNull();
        assertThat(report.tiles()).isEqualTo(65_800 / 256 + 1);
        requireRoots(reader);
    }

    private static void requireRoots(LedgerReader reader) {
        Frontier frontier = new Frontier();
        List<Long> sizes = LongStream.of(Arrays.stream(SIZES).asLongStream().toArray())
                .boxed()
                .toList();
        for (long cursor = 0; cursor < 65_800; cursor += 5_000) {
            for (StoredEvent event : reader.read(Selection.all(), cursor, cursor + 5_000, 5_000)) {
                frontier.append(event.leafHash(), tile -> {});
                if (sizes.contains(event.position())) {
                    Hash root = reader.root(event.position());
                    assertThat(root).as("root at %d", event.position()).isEqualTo(frontier.root());
                }
            }
        }
        assertThat(reader.<Boolean>withTree(
                        65_800, tree -> tree.consistency(65_536).proves(reader.root(65_536), frontier.root())))
                .isTrue();
    }
}
