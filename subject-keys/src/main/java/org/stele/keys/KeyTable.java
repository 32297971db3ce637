package org.stele.keys;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stele.events.seal.SubjectTag;
import org.stele.eventstore.jdbc.LedgerPool;

/** A KeyTable keeps the keys in a PostgreSQL that is not the ledger's. To destroy a key is to delete its row and rewrite the table. */
final class KeyTable implements KeyRecords {

    private static final Logger LOG = LoggerFactory.getLogger(KeyTable.class);
    private static final Set<String> UNDEFINED = Set.of("42P01", "3F000");

    private static final List<String> SCHEMA = List.of("CREATE SCHEMA IF NOT EXISTS subject_keys", """
            CREATE TABLE IF NOT EXISTS subject_keys.key (
                id uuid CONSTRAINT key_id PRIMARY KEY, tag bytea NOT NULL CONSTRAINT key_tag UNIQUE, wrapped bytea NOT NULL,
                made_at timestamptz NOT NULL DEFAULT clock_timestamp())
            """, """
            CREATE TABLE IF NOT EXISTS subject_keys.secret (
                name text CONSTRAINT secret_name PRIMARY KEY, wrapped bytea NOT NULL)
            """);

    private final DataSource database;

    KeyTable(DataSource database) {
        this.database = database;
    }

    @FunctionalInterface
    private interface Work<T extends @Nullable Object> {
        T run(Connection connection) throws SQLException;
    }

    /** Makes the tables where they are missing. */
    KeyTable prepared() {
        asked(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String sql : SCHEMA) {
                    statement.execute(sql);
                }
            }
            return true;
        });
        return this;
    }

    /** The number that PostgreSQL gave a cluster when it was made. */
    static long cluster(DataSource database) {
        return new KeyTable(database).asked(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("SELECT system_identifier FROM pg_catalog.pg_control_system()")) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Override
    public Map<SubjectTag, KeyRecord> find(Collection<SubjectTag> subjects) {
        return asked(connection -> find(connection, subjects));
    }

    private static Map<SubjectTag, KeyRecord> find(Connection connection, Collection<SubjectTag> subjects)
            throws SQLException {
        Map<SubjectTag, KeyRecord> found = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id, tag, wrapped FROM subject_keys.key WHERE tag = ANY (?)")) {
            select.setArray(1, connection.createArrayOf("bytea", tags(subjects)));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    KeyRecord record = record(rows);
                    found.put(record.tag(), record);
                }
            }
        }
        return found;
    }

    private static Object[] tags(Collection<SubjectTag> subjects) {
        return subjects.stream().map(SubjectTag::bytes).toArray(byte[][]::new);
    }

    @Override
    public Optional<KeyRecord> find(UUID id) {
        return asked(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT id, tag, wrapped FROM subject_keys.key WHERE id = ?")) {
                select.setObject(1, id);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? Optional.of(record(rows)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public List<KeyRecord> keep(List<KeyRecord> made) {
        return asked(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO subject_keys.key (id, tag, wrapped) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
                for (KeyRecord record : made) {
                    insert.setObject(1, record.id());
                    insert.setBytes(2, record.tag().bytes());
                    insert.setBytes(3, record.wrapped());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            Map<SubjectTag, KeyRecord> standing =
                    find(connection, made.stream().map(KeyRecord::tag).toList());
            List<KeyRecord> all = new ArrayList<>();
            for (KeyRecord record : made) {
                KeyRecord one = standing.get(record.tag());
                if (one == null) {
                    throw new SQLException("A key was destroyed while it was made");
                }
                all.add(one);
            }
            return all;
        });
    }

    @Override
    public boolean destroy(UUID id) {
        return asked(connection -> {
            int deleted;
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM subject_keys.key WHERE id = ?")) {
                delete.setObject(1, id);
                deleted = delete.executeUpdate();
            } catch (SQLException e) {
                if (UNDEFINED.contains(String.valueOf(e.getSQLState()))) {
                    return false;
                }
                throw e;
            }
            if (deleted > 0) {
                rewrite(connection, "subject_keys.key");
            }
            return deleted > 0;
        });
    }

    /** A deleted row's bytes stay in its page until they are written over. */
    private static void rewrite(Connection connection, String table) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("VACUUM FULL " + table);
        } catch (SQLException e) {
            LOG.warn(
                    "The bytes of a key that is gone may still be in the file of its table: run VACUUM FULL {}",
                    table,
                    e);
        }
    }

    @Override
    public Optional<byte[]> secret(String name) {
        return asked(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT wrapped FROM subject_keys.secret WHERE name = ?")) {
                select.setString(1, name);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? Optional.ofNullable(rows.getBytes(1)) : Optional.empty();
                }
            } catch (SQLException e) {
                if (UNDEFINED.contains(String.valueOf(e.getSQLState()))) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    @Override
    public byte[] keepSecret(String name, byte[] wrapped) {
        asked(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO subject_keys.secret (name, wrapped) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
                insert.setString(1, name);
                insert.setBytes(2, wrapped);
                return insert.executeUpdate();
            }
        });
        return secret(name).orElseThrow();
    }

    @Override
    public int rewrap(Rewrapping rewrapping) {
        return asked(connection -> {
            connection.setAutoCommit(false);
            int changed = rewrapKeys(connection, rewrapping) + rewrapSecrets(connection, rewrapping);
            connection.commit();
            connection.setAutoCommit(true);
            if (changed > 0) {
                rewrite(connection, "subject_keys.key");
                rewrite(connection, "subject_keys.secret");
            }
            return changed;
        });
    }

    private static int rewrapKeys(Connection connection, Rewrapping rewrapping) throws SQLException {
        int changed = 0;
        try (Statement lock = connection.createStatement();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE subject_keys.key SET wrapped = ? WHERE id = ?")) {
            lock.execute("LOCK TABLE subject_keys.key, subject_keys.secret IN EXCLUSIVE MODE");
            try (ResultSet rows = lock.executeQuery("SELECT id, tag, wrapped FROM subject_keys.key")) {
                while (rows.next()) {
                    KeyRecord record = record(rows);
                    byte[] wrapped = rewrapping.of(record.wrapped(), record.context());
                    if (wrapped != record.wrapped()) {
                        update.setBytes(1, wrapped);
                        update.setObject(2, record.id());
                        update.addBatch();
                        changed++;
                    }
                }
            }
            update.executeBatch();
        }
        return changed;
    }

    private static int rewrapSecrets(Connection connection, Rewrapping rewrapping) throws SQLException {
        int changed = 0;
        try (Statement select = connection.createStatement();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE subject_keys.secret SET wrapped = ? WHERE name = ?");
                ResultSet rows = select.executeQuery("SELECT name, wrapped FROM subject_keys.secret")) {
            while (rows.next()) {
                String name = Objects.requireNonNull(rows.getString(1));
                byte[] standing = Objects.requireNonNull(rows.getBytes(2));
                byte[] wrapped = rewrapping.of(standing, name.getBytes(StandardCharsets.US_ASCII));
                if (wrapped != standing) {
                    update.setBytes(1, wrapped);
                    update.setString(2, name);
                    update.executeUpdate();
                    changed++;
                }
            }
        }
        return changed;
    }

    private static KeyRecord record(ResultSet row) throws SQLException {
        byte[] tag = row.getBytes("tag");
        byte[] wrapped = row.getBytes("wrapped");
        UUID id = row.getObject("id", UUID.class);
        if (tag == null || wrapped == null || id == null) {
            throw new SQLException("A key's row has a null");
        }
        return new KeyRecord(id, SubjectTag.of(tag), wrapped);
    }

    @Override
    public void close() {
        if (database instanceof LedgerPool pool) {
            pool.close();
        }
    }

    private <T> T asked(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.run(connection);
        } catch (SQLException e) {
            throw new KeysUnavailable("The database of the keys cannot be used: " + e.getMessage(), e);
        }
    }
}
