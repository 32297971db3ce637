package org.stele.campaigns;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.schema.LedgerMigration;
import org.stele.eventstore.schema.LedgerRoles;

/** A LedgerDatabase is a migrated ledger on a server of the campaign. */
record LedgerDatabase(PostgresServer server, String name) {

    static final StateTag STATE_TAG = new StateTag("memberState");

    static LedgerDatabase create(PostgresServer server, String name) throws SQLException {
        LedgerDatabase database = new LedgerDatabase(server, name);
        server.execute("postgres", "CREATE DATABASE " + name);
        new LedgerRoles("owner", "command", "query", "bodies", "projection").create(server.superuser(name));
        LedgerMigration.migrate(dataSource(database.url(), LedgerRoles.OWNER));
        return database;
    }

    /** A file of the same name may be restored on another server: the port alone says which one answers. */
    LedgerDatabase on(PostgresServer other) {
        return new LedgerDatabase(other, name);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + name;
    }

    DataSource projection() {
        return dataSource(url(), LedgerRoles.PROJECTION);
    }

    void execute(String... statements) throws SQLException {
        server.execute(name, statements);
    }

    static DataSource dataSource(String url, String user) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(user);
        return dataSource;
    }
}
