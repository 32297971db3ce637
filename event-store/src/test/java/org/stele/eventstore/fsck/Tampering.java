package org.stele.eventstore.fsck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.TestLedger;

/** A Tampering changes a ledger as the superuser, behind every guard; whoever checks does so before it is rolled back. */
public final class Tampering {

    static final List<String> TABLES = List.of("event", "index_run", "merkle_tile", "command");

    /** With those of what was signed. */
    private static final List<String> GUARDED = Stream.concat(
                    TABLES.stream(),
                    Stream.of("checkpoint", "cosignature", "state_heads", "signing_key", "signing_chain"))
            .toList();

    private Tampering() {}

    /** What a check says of a ledger that was changed, which afterwards is as it was. */
    static FsckReport with(TestDatabase database, @Nullable PinnedRoot kept, String... changes) throws SQLException {
        return with(database, Pinned.NOTHING.with(kept), changes);
    }

    static FsckReport with(TestDatabase database, Pinned kept, String... changes) throws SQLException {
        try (Connection connection = database.superuser().getConnection()) {
            connection.setAutoCommit(false);
            return with(connection, kept, changes);
        }
    }

    /** Changes a ledger and leaves it so. */
    public static void leave(TestDatabase database, String... changes) throws SQLException {
        try (Connection connection = database.superuser().getConnection()) {
            connection.setAutoCommit(false);
            change(connection, changes);
            connection.commit();
        }
    }

    private static void change(Connection connection, String... changes) throws SQLException {
        guard(connection, "DISABLE TRIGGER USER");
        try (var statement = connection.createStatement()) {
            for (String change : changes) {
                statement.execute(change);
            }
        }
        guard(connection, "ENABLE ALWAYS TRIGGER insert_only");
        guard(connection, "ENABLE ALWAYS TRIGGER insert_only_truncate");
    }

    static FsckReport with(Connection connection, Pinned kept, String... changes) throws SQLException {
        try {
            change(connection, changes);
            return Fsck.run(connection, TestLedger.STATE_TAG, kept, position -> {});
        } finally {
            connection.rollback();
        }
    }

    private static void guard(Connection connection, String action) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String table : GUARDED) {
                statement.execute("ALTER TABLE ledger." + table + " " + action);
            }
        }
    }
}
