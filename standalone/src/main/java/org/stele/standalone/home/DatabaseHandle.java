package org.stele.standalone.home;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stele.eventstore.guard.Durability;
import org.stele.eventstore.schema.LedgerRoles;
import org.stele.eventstore.signing.RollbackGuard;
import org.stele.standalone.home.Database.Credentials;
import org.stele.standalone.postgres.DatabasePasswords;
import org.stele.standalone.postgres.DatabaseState;
import org.stele.standalone.postgres.EmbeddedDatabase;

/**
 * The database of this installation while this process uses it: the one that {@code STELE_DB_URL} names, or the embedded one of
 * the home.
 */
public final class DatabaseHandle implements AutoCloseable {

    private final Database database;
    private final @Nullable EmbeddedDatabase embedded;
    private final @Nullable FileLock lock;

    private DatabaseHandle(Database database, @Nullable EmbeddedDatabase embedded, @Nullable FileLock lock) {
        this.database = database;
        this.embedded = embedded;
        this.lock = lock;
    }

    /**
     * The database, migrated, for a process that will write to it: no other may hold the home. One that does not extend the
     * last checkpoint kept in the home, or would lose in a crash what it has confirmed, is refused as it is.
     */
    public static DatabaseHandle openToServe(SteleHome home) throws IOException, SQLException {
        Optional<Database> external = ExternalDatabase.fromEnvironment(System.getenv());
        DatabaseHandle handle = external.isPresent() ? entered(external.get()) : start(home, home.lock());
        try {
            Durability.configured().require(handle.database.beforeMigration());
            RollbackGuard.requireExtends(handle.database.beforeMigration(), home.signing());
            handle.database.migrate();
            DatabaseDoor.requireLedger(handle.database);
            DatabaseDoor.requireBodies(handle.database);
            return handle;
        } catch (IOException | SQLException | RuntimeException e) {
            handle.close();
            throw e;
        }
    }

    /** The database for a process that only reads, with or without a server running. It creates nothing. */
    public static DatabaseHandle openToRead(SteleHome home) throws IOException, SQLException {
        Optional<Database> external = ExternalDatabase.fromEnvironment(System.getenv());
        if (external.isPresent()) {
            return withLedger(entered(external.get()));
        }
        home.requireLedger();
        Optional<FileLock> lock = home.tryLock();
        if (lock.isPresent()) {
            return withLedger(start(home, lock.get()));
        }
        EmbeddedDatabase joined = EmbeddedDatabase.join(locations(home));
        return withLedger(new DatabaseHandle(database(joined), joined, null));
    }

    private static DatabaseHandle entered(Database external) {
        DatabaseDoor.requireEntry(external);
        return new DatabaseHandle(external, null, null);
    }

    private static DatabaseHandle start(SteleHome home, FileLock lock) throws IOException, SQLException {
        try {
            EmbeddedDatabase embedded = EmbeddedDatabase.start(locations(home));
            return new DatabaseHandle(database(embedded), embedded, lock);
        } catch (IOException | SQLException | RuntimeException e) {
            lock.channel().close();
            throw e;
        }
    }

    private static DatabaseHandle withLedger(DatabaseHandle handle) throws IOException, SQLException {
        try {
            DatabaseDoor.requireLedger(handle.database);
            return handle;
        } catch (SQLException | RuntimeException e) {
            handle.close();
            throw e;
        }
    }

    private static EmbeddedDatabase.Locations locations(SteleHome home) {
        return new EmbeddedDatabase.Locations(home.cluster(), home.binaries(), home.passwords(), home.log());
    }

    private static Database database(EmbeddedDatabase embedded) {
        DatabasePasswords passwords = embedded.passwords();
        return new Database(
                embedded.url(),
                new Credentials(EmbeddedDatabase.SUPERUSER, passwords.superuser()),
                new Credentials(LedgerRoles.OWNER, passwords.owner()),
                new Credentials(LedgerRoles.COMMAND, passwords.command()),
                new Credentials(LedgerRoles.QUERY, passwords.query()),
                new Credentials(LedgerRoles.BODIES, passwords.bodies()),
                new Credentials(LedgerRoles.PROJECTION, passwords.projection()));
    }

    public Database database() {
        return database;
    }

    /** The state of the embedded database; an operator's own is not monitored here. */
    public DatabaseState state() {
        return embedded == null ? DatabaseState.RUNNING : embedded.state();
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
        if (lock != null) {
            lock.channel().close();
        }
    }
}
