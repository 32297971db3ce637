package org.stele.eventstore.read;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.damage.AcceptedDamage;
import org.stele.eventstore.event.IndexRun;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.event.TagHash;
import org.stele.eventstore.jdbc.IndexSql;
import org.stele.eventstore.jdbc.Query;
import org.stele.ledger.Hash;
import org.stele.ledger.Tree;

/** A LedgerReader reads the ledger with its bodies; a role that may SELECT all of it is enough. Safe for many threads. */
public final class LedgerReader {

    /** The most rows of one read. */
    public static final int MAX_LIMIT = 10_000;

    private static final String AT =
            "SELECT " + CriteriaSql.COLUMNS + " FROM ledger.event e WHERE e.position = ? LIMIT 1";

    private static final String LAST = "SELECT " + CriteriaSql.COLUMNS
            + " FROM " + IndexSql.HITS
            + " WHERE r.key = ? AND r.block <= ? AND e.position <= ? AND e.tags @> ARRAY[?::text] ORDER BY r.block DESC, "
            + IndexSql.POSITION + " DESC LIMIT 1";

    @FunctionalInterface
    private interface Reading<T extends @Nullable Object> {
        T from(Connection connection) throws SQLException;
    }

    private final DataSource dataSource;
    private final OpenLedger open;

    public LedgerReader(DataSource dataSource) {
        this.dataSource = dataSource;
        this.open = new OpenLedger(dataSource);
    }

    /** What needs no right to read bodies. */
    public OpenLedger open() {
        return open;
    }

    /** The position of the last event, 0 in an empty ledger: the tree size, the number of events. */
    public long head() {
        return open.head();
    }

    /** Selected events with after < position <= upTo, in order, at most {@code limit} (up to {@link #MAX_LIMIT}). */
    public List<StoredEvent> read(Selection selection, long after, long upTo, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("The limit is 1 to " + MAX_LIMIT + ", not " + limit);
        }
        CriteriaSql criteria = CriteriaSql.read(selection, after, upTo, limit);
        return read(
                "events",
                connection -> Query.list(
                        connection,
                        criteria.sql(),
                        statement -> criteria.bind(connection, statement),
                        LedgerReader::storedEvent));
    }

    /** Accepted damage, by position. */
    public Map<Long, AcceptedDamage> acceptedDamage() {
        return read("accepted damage", AcceptedDamage::read);
    }

    public @Nullable StoredEvent at(long position) {
        return this.<@Nullable StoredEvent>read(
                "event " + position,
                connection -> Query.one(
                        connection, AT, statement -> statement.setLong(1, position), LedgerReader::storedEvent));
    }

    /** The last event that has a tag, {@code key=value}, among the first of the ledger; null where none has. */
    public @Nullable StoredEvent last(String tag, long upTo) {
        return this.<@Nullable StoredEvent>read(
                "the last event of " + tag,
                connection -> Query.one(
                        connection,
                        LAST,
                        statement -> {
                            statement.setLong(1, TagHash.of(tag));
                            statement.setLong(2, IndexRun.block(upTo));
                            statement.setLong(3, upTo);
                            statement.setString(4, tag);
                        },
                        LedgerReader::storedEvent));
    }

    /** The number of events recorded before an instant. */
    public long sizeAt(Instant instant) {
        return open.sizeAt(instant);
    }

    /** The Merkle root over the first {@code size} leaves. */
    public Hash root(long size) {
        return open.root(size);
    }

    /** Applies a function to the tree over the first {@code size} leaves, which must exist. */
    public <T> T withTree(long size, Function<Tree, T> question) {
        return open.withTree(size, question);
    }

    private <T extends @Nullable Object> T read(String what, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection()) {
            return reading.from(connection);
        } catch (SQLException e) {
            throw new LedgerUnavailable("Cannot read " + what + " of the ledger", e);
        }
    }

    /** A null column has no bytes, which no leaf commits to. */
    private static byte[] bytes(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }

    static StoredEvent storedEvent(ResultSet row) throws SQLException {
        long position = row.getLong("position");
        try {
            return new StoredEvent(
                    position,
                    Objects.requireNonNull(row.getObject("event_id", UUID.class), "event_id is null"),
                    Query.instant(row, "recorded_at"),
                    bytes(row, "body"),
                    bytes(row, "salt"),
                    Objects.requireNonNull(row.getBytes("leaf"), "leaf is null"),
                    Hash.of(Objects.requireNonNull(row.getBytes("leaf_hash"), "leaf_hash is null")));
        } catch (NullPointerException | IllegalArgumentException e) {
            throw new LedgerDamaged("event " + position + ": " + e.getMessage());
        }
    }
}
