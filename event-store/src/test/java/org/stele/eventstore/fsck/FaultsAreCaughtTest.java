package org.stele.eventstore.fsck;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.event.Body;
import org.stele.eventstore.event.CommandKey;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.TreeHash;

/** A check that never fails proves nothing: each of these writers makes one mistake, and each mistake is named. */
class FaultsAreCaughtTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final long FAULTY = PlainWriter.FAULTY;
    private static final String EVENT = "event " + FAULTY + ": ";

    @Test
    void a_writer_without_a_fault_passes_and_its_root_is_that_of_a_naive_tree() throws SQLException {
        PlainWriter writer = new PlainWriter();
        FsckReport report = check(writer, null);
        assertThat(report.firstWrong()).isNull();
        assertThat(report.root()).isEqualTo(root(writer.leafHashes).hex());
    }

    @Test
    void a_root_over_one_leaf_less_is_caught() throws SQLException {
        PlainWriter writer = new PlainWriter();
        check(writer, null);
        Hash oneLess = root(writer.leafHashes.subList(0, PlainWriter.EVENTS - 1));
        assertThat(check(new PlainWriter(), new PinnedRoot(PlainWriter.EVENTS, oneLess))
                        .firstWrong())
                .startsWith("event 1 to 600: the root over these events is ");
        assertThat(check(new PlainWriter(), new PinnedRoot(PlainWriter.EVENTS - 1, oneLess))
                        .firstWrong())
                .isNull();
    }

    @Test
    void a_ledger_that_is_shorter_than_it_was_is_caught() throws SQLException {
        assertThat(check(new PlainWriter(), new PinnedRoot(PlainWriter.EVENTS + 1, TreeHash.EMPTY_ROOT))
                        .firstWrong())
                .startsWith("event 601: the row is missing");
    }

    @Test
    void an_event_is_acknowledged_and_not_written() throws SQLException {
        requireCaught(EVENT + "the row is missing", new PlainWriter() {
            @Override
            void insertEvent(Connection connection, Body body, byte[] bytes, byte[] salt, Leaf leaf, Hash leafHash)
                    throws SQLException {
                if (leaf.position() != FAULTY) {
                    super.insertEvent(connection, body, bytes, salt, leaf, leafHash);
                }
            }
        });
    }

    @Test
    void a_position_is_skipped() throws SQLException {
        requireCaught(EVENT + "the row is missing", new PlainWriter() {
            @Override
            Leaf leaf(long position, Hash commitment) {
                return super.leaf(position < FAULTY ? position : position + 1, commitment);
            }
        });
    }

    @Test
    void a_leaf_is_hashed_without_the_prefix_of_leaves() throws SQLException {
        requireCaught(EVENT + "leaf_hash", new PlainWriter() {
            @Override
            Hash leafHash(long position, Leaf leaf) {
                return position == FAULTY ? Hash.sha256(leaf.encode()) : super.leafHash(position, leaf);
            }
        });
    }

    @Test
    void a_leaf_is_hashed_with_the_prefix_of_nodes() throws SQLException {
        requireCaught(EVENT + "leaf_hash", new PlainWriter() {
            @Override
            Hash leafHash(long position, Leaf leaf) {
                return position == FAULTY ? Hash.sha256(new byte[] {1}, leaf.encode()) : super.leafHash(position, leaf);
            }
        });
    }

    @Test
    void a_body_is_committed_to_without_its_salt() throws SQLException {
        requireCaught(EVENT + "body and salt", new PlainWriter() {
            @Override
            Hash commitment(long position, byte[] salt, byte[] body) {
                return position == FAULTY ? Hash.sha256(body) : super.commitment(position, salt, body);
            }
        });
    }

    @Test
    void a_body_is_committed_to_with_a_salt_of_zeros() throws SQLException {
        requireCaught(EVENT + "body and salt", new PlainWriter() {
            @Override
            Hash commitment(long position, byte[] salt, byte[] body) {
                return super.commitment(position, position == FAULTY ? new byte[salt.length] : salt, body);
            }
        });
    }

    @Test
    void a_chain_is_not_advanced() throws SQLException {
        requireCaught("event " + (FAULTY + 4) + ": the leaf does not follow", new PlainWriter() {
            @Override
            Leaf leaf(long position, Hash commitment) {
                @Nullable Leaf before = lastOfState.get(state(position));
                Leaf leaf = super.leaf(position, commitment);
                if (position == FAULTY && before != null) {
                    lastOfState.put(state(position), before);
                }
                return leaf;
            }
        });
    }

    @Test
    void a_chain_begins_anew() throws SQLException {
        requireCaught(EVENT + "the leaf does not follow", new PlainWriter() {
            @Override
            @Nullable
            Leaf previous(long position, String state) {
                return position == FAULTY ? null : super.previous(position, state);
            }
        });
    }

    @Test
    void an_event_joins_the_chain_of_another_state() throws SQLException {
        requireCaught(EVENT + "the leaf does not follow", new PlainWriter() {
            @Override
            @Nullable
            Leaf previous(long position, String state) {
                return super.previous(position, position == FAULTY ? state(position + 1) : state);
            }
        });
    }

    @Test
    void a_clock_goes_back() throws SQLException {
        requireCaught(EVENT + "it was recorded before", new PlainWriter() {
            @Override
            Instant recordedAt(long position) {
                return position == FAULTY ? super.recordedAt(1) : super.recordedAt(position);
            }
        });
    }

    @Test
    void another_body_is_stored_than_was_committed_to() throws SQLException {
        requireCaught(EVENT + "body and salt", new PlainWriter() {
            @Override
            void insertEvent(Connection connection, Body body, byte[] bytes, byte[] salt, Leaf leaf, Hash leafHash)
                    throws SQLException {
                byte[] stored = bytes.clone();
                stored[bytes.length - 3] ^= leaf.position() == FAULTY ? (byte) 1 : 0;
                super.insertEvent(connection, body, stored, salt, leaf, leafHash);
            }
        });
    }

    @Test
    void an_id_is_given_to_a_second_event() throws SQLException {
        requireCaught(EVENT + "its id is that of event 299 too", new PlainWriter() {
            @Override
            UUID id(long position) {
                return super.id(position == FAULTY ? position - 1 : position);
            }
        });
    }

    @Test
    void a_command_is_not_written() throws SQLException {
        requireCaught(EVENT + "command has no row", new PlainWriter() {
            @Override
            void insertCommand(Connection connection, long position, CommandKey key) throws SQLException {
                if (position != FAULTY) {
                    super.insertCommand(connection, position, key);
                }
            }
        });
    }

    @Test
    void a_command_is_answered_with_the_next_event() throws SQLException {
        requireCaught(EVENT + "command has no row", new PlainWriter() {
            @Override
            void insertCommand(Connection connection, long position, CommandKey key) throws SQLException {
                super.insertCommand(connection, position == FAULTY ? position + 1 : position, key);
            }
        });
    }

    @Test
    void a_command_is_recorded_twice() throws SQLException {
        requireCaught(EVENT + "command has no row", new PlainWriter() {
            @Override
            CommandKey command(long position) {
                return super.command(position == FAULTY ? position - 2 : position);
            }

            @Override
            void insertCommand(Connection connection, long position, CommandKey key) throws SQLException {
                if (position != FAULTY) {
                    super.insertCommand(connection, position, key);
                }
            }
        });
    }

    @Test
    void a_tile_is_not_written() throws SQLException {
        requireCaught("merkle_tile (level 0, index 1): the row is missing", new PlainWriter() {
            @Override
            void tile(Connection connection, int index) throws SQLException {
                if (index != 1) {
                    super.tile(connection, index);
                }
            }
        });
    }

    @Test
    void a_tile_is_one_leaf_late() throws SQLException {
        requireCaught("merkle_tile (level 0, index 1): hashes", new PlainWriter() {
            @Override
            void tile(Connection connection, int index) throws SQLException {
                insertTile(connection, index, leafHashes.subList(256 * index - index, 256 * (index + 1) - index));
            }
        });
    }

    @Test
    void a_leaf_is_dropped_from_the_tree() throws SQLException {
        requireCaught("merkle_tile (level 0, index 1): hashes", new PlainWriter() {
            @Override
            Hash leafHash(long position, Leaf leaf) {
                if (position == FAULTY) {
                    leafHashes.remove(leafHashes.size() - 1);
                }
                return super.leafHash(position, leaf);
            }
        });
    }

    static void requireCaught(String named, PlainWriter writer) throws SQLException {
        assertThat(check(writer, null).firstWrong()).startsWith(named);
    }

    /** As the role that appends, in a transaction that is rolled back. */
    private static FsckReport check(PlainWriter writer, @Nullable PinnedRoot kept) throws SQLException {
        try (Connection connection = DATABASE.command().getConnection()) {
            connection.setAutoCommit(false);
            writer.write(connection);
            FsckReport report = Fsck.run(connection, TestLedger.STATE_TAG, kept, position -> {});
            connection.rollback();
            return report;
        }
    }

    /** RFC 6962, section 2.1, word for word: split at the largest power of two below the size. */
    private static Hash root(List<Hash> leafHashes) {
        if (leafHashes.size() == 1) {
            return leafHashes.get(0);
        }
        int half = Integer.highestOneBit(leafHashes.size() - 1);
        return TreeHash.node(root(leafHashes.subList(0, half)), root(leafHashes.subList(half, leafHashes.size())));
    }
}
