package org.stele.eventstore.damage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.event.Body;
import org.stele.eventstore.event.LedgerUnavailable;
import org.stele.eventstore.jdbc.Query;
import org.stele.ledger.Commitment;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import tools.jackson.core.JacksonException;

/**
 * A Redactions removes the bodies of events whose removal a recorded event orders. The database itself refuses every other change.
 * Safe for many threads.
 */
public final class Redactions {

    private static final String ROW = "SELECT body, salt, leaf, leaf_hash FROM ledger.event WHERE position = ? LIMIT 1";

    private final DataSource dataSource;

    /** @param dataSource of the role that appends */
    public Redactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A body and salt as they are stored, with the leaf. */
    private record Row(byte @Nullable [] body, byte @Nullable [] salt, byte[] leaf, Hash leafHash) {

        boolean isIntact() {
            byte[] own = salt;
            return body != null
                    && own != null
                    && own.length == Commitment.SALT_BYTES
                    && Commitment.of(own, body).equals(Leaf.parse(leaf).commitment());
        }

        String type() {
            try {
                return body == null ? "" : Body.parse(body).type();
            } catch (IllegalArgumentException | JacksonException e) {
                return "";
            }
        }
    }

    /** Empty where there is no event at the position. Of one that is damaged, the type is empty. */
    public Optional<RemovableBody> at(long position) {
        try (Connection connection = dataSource.getConnection()) {
            Row row = Query.one(connection, ROW, statement -> statement.setLong(1, position), Redactions::row);
            if (row == null) {
                return Optional.empty();
            }
            AcceptedDamage decided = AcceptedDamage.read(connection).get(position);
            return Optional.of(new RemovableBody(
                    position,
                    row.isIntact() ? row.type() : "",
                    row.leafHash(),
                    DamagedPlace.redactedSha256(connection, position),
                    decided != null && decided.isRedaction()));
        } catch (SQLException e) {
            throw new LedgerUnavailable("Cannot look at position " + position, e);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getBytes("body"),
                row.getBytes("salt"),
                Objects.requireNonNull(row.getBytes("leaf")),
                Hash.of(Objects.requireNonNull(row.getBytes("leaf_hash"))));
    }

    /** Removes every body whose removal is on record and was not carried out; the positions of those that it removed. */
    public List<Long> carryOut() {
        try (Connection connection = dataSource.getConnection()) {
            List<Long> removed = new ArrayList<>();
            for (AcceptedDamage decision : AcceptedDamage.read(connection).values()) {
                if (decision.isRedaction() && remove(connection, decision.position())) {
                    removed.add(decision.position());
                }
            }
            return removed;
        } catch (SQLException e) {
            throw new LedgerUnavailable("Bodies cannot be removed from the ledger", e);
        }
    }

    private static boolean remove(Connection connection, long position) throws SQLException {
        try (PreparedStatement redact = connection.prepareStatement("SELECT ledger.redact(?)")) {
            redact.setLong(1, position);
            try (ResultSet row = redact.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
