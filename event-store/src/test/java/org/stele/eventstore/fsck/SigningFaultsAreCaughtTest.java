package org.stele.eventstore.fsck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;
import org.stele.eventstore.home.SigningKeys;
import org.stele.eventstore.log.ChainRow;
import org.stele.eventstore.log.ChainRow.Subject;
import org.stele.eventstore.log.ChainRows;
import org.stele.eventstore.signing.CheckpointSigner;
import org.stele.eventstore.signing.TestSigning;
import org.stele.ledger.Hash;

/** A check that never fails proves nothing: each of these signers makes one mistake with the chain, and each is named. */
class SigningFaultsAreCaughtTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    @TempDir
    private static Path home;

    private static SigningKeys keys;
    private static Pinned kept = Pinned.NOTHING;

    @BeforeAll
    static void a_ledger_that_is_signed() throws Exception {
        TestSigning signing = new TestSigning(home);
        keys = signing.keys("key");
        try (TestLedger ledger = TestLedger.on(DATABASE);
                CheckpointSigner signer = signing.start(DATABASE)) {
            ledger.appendMany(10);
            TestSigning.awaitSigned(DATABASE);
            TestSigning.await(() -> signer.status().size() == 10);
        }
        kept = Pinned.in(signing.home());
    }

    /** One more key is recorded, and its place in the chain as this one does it. */
    private static class PlainSigner {

        final Subject subject =
                Subject.signingKey(keys.verifierKeys().getFirst().toString(), "last", 10);

        void write(Connection connection) throws SQLException {
            record(connection);
            ChainRow last = Objects.requireNonNull(new ChainRows(connection).latest());
            new ChainRows(connection).insert(rows(last));
        }

        void record(Connection connection) throws SQLException {
            try (var statement = connection.prepareStatement(
                    "INSERT INTO ledger.signing_key (verifier_key, edge, size) VALUES (?, 'last', 10)")) {
                statement.setString(1, subject.name());
                statement.execute();
            }
        }

        List<ChainRow> rows(ChainRow last) {
            return List.of(sealed(row(last)));
        }

        ChainRow row(ChainRow last) {
            return new ChainRow(last.number() + 1, last.hash(), subject, ChainRow.digest("10"), null);
        }

        ChainRow sealed(ChainRow row) {
            return row.sealed(keys.seal(row.number(), row.content()).encode());
        }
    }

    private static @Nullable String firstWrong(PlainSigner signer) throws SQLException {
        try (Connection connection = DATABASE.command().getConnection()) {
            connection.setAutoCommit(false);
            signer.write(connection);
            FsckReport report = Fsck.run(connection, TestLedger.STATE_TAG, kept, position -> {});
            connection.rollback();
            return report.firstWrong();
        }
    }

    private static long end() {
        return Objects.requireNonNull(kept.pins()).pins().chain().size();
    }

    private static void requireCaught(String named, PlainSigner signer) throws SQLException {
        assertThat(firstWrong(signer)).startsWith(named);
    }

    @Test
    void a_signer_without_a_fault_passes() throws SQLException {
        assertThat(firstWrong(new PlainSigner())).isNull();
    }

    @Test
    void a_row_is_recorded_and_not_chained() throws SQLException {
        PlainSigner signer = new PlainSigner() {
            @Override
            List<ChainRow> rows(ChainRow last) {
                return List.of();
            }
        };
        requireCaught(signer.subject + ": no row of the chain", signer);
    }

    @Test
    void a_row_is_chained_and_not_recorded() throws SQLException {
        PlainSigner signer = new PlainSigner() {
            @Override
            void record(Connection connection) {}
        };
        requireCaught(signer.subject + ": the row is missing", signer);
    }

    @Test
    void a_row_is_chained_otherwise_than_it_was_recorded() throws SQLException {
        PlainSigner signer = new PlainSigner() {
            @Override
            ChainRow row(ChainRow last) {
                return new ChainRow(last.number() + 1, last.hash(), subject, ChainRow.digest("11"), null);
            }
        };
        requireCaught(signer.subject + ": it is not the row", signer);
    }

    @Test
    void a_row_is_chained_twice() throws SQLException {
        requireCaught(
                "signing_chain (number " + (end() + 2) + "): it means a row that another one means", new PlainSigner() {
                    @Override
                    List<ChainRow> rows(ChainRow last) {
                        List<ChainRow> rows = new ArrayList<>(super.rows(last));
                        rows.add(sealed(row(rows.getFirst())));
                        return rows;
                    }
                });
    }

    @Test
    void a_number_is_skipped() throws SQLException {
        requireCaught("signing_chain (number " + (end() + 1) + "): the row is missing", new PlainSigner() {
            @Override
            ChainRow row(ChainRow last) {
                return new ChainRow(last.number() + 2, last.hash(), subject, ChainRow.digest("10"), null);
            }
        });
    }

    @Test
    void a_row_follows_another_one_than_the_last() throws SQLException {
        requireCaught("signing_chain (number " + (end() + 1) + "): it does not follow", new PlainSigner() {
            @Override
            ChainRow row(ChainRow last) {
                return new ChainRow(last.number() + 1, last.previous(), subject, ChainRow.digest("10"), null);
            }
        });
    }

    @Test
    void a_row_follows_the_last_without_its_seal() throws SQLException {
        requireCaught("signing_chain (number " + (end() + 1) + "): it does not follow", new PlainSigner() {
            @Override
            ChainRow row(ChainRow last) {
                return new ChainRow(last.number() + 1, last.content(), subject, ChainRow.digest("10"), null);
            }
        });
    }

    @Test
    void the_end_is_not_sealed() throws SQLException {
        requireUnsealed(new PlainSigner() {
            @Override
            ChainRow sealed(ChainRow row) {
                return row;
            }
        });
    }

    @Test
    void the_end_is_sealed_by_a_key_of_nobody() throws SQLException {
        SigningKeys stranger = new TestSigning(home.resolve("stranger")).keys("key");
        requireUnsealed(new PlainSigner() {
            @Override
            ChainRow sealed(ChainRow row) {
                return row.sealed(stranger.seal(row.number(), row.content()).encode());
            }
        });
    }

    @Test
    void the_seal_is_over_something_else() throws SQLException {
        requireUnsealed(new PlainSigner() {
            @Override
            ChainRow sealed(ChainRow row) {
                return row.sealed(keys.seal(row.number(), Hash.sha256()).encode());
            }
        });
        requireUnsealed(new PlainSigner() {
            @Override
            ChainRow sealed(ChainRow row) {
                return row.sealed(keys.seal(row.number() + 1, row.content()).encode());
            }
        });
    }

    private static void requireUnsealed(PlainSigner signer) throws SQLException {
        requireCaught("signing_chain (number " + (end() + 1) + "): no trusted key sealed", signer);
    }
}
