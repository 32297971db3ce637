package org.stele.standalone.home;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.stele.eventstore.schema.LedgerMigration;
import org.stele.eventstore.schema.LedgerRoles;
import org.stele.identity.IdentityMigration;

/**
 * The location of the ledger's database, and the credentials of each role.
 *
 * @param superuser makes the roles; null where they exist already
 * @param owner migrates; null where that was done already
 * @param query serves readers; where the operator names no others, it is also {@code bodies} and {@code projection}
 * @param bodies reads bodies, for the one class that gives them out
 * @param projection folds the ledger into read tables, and reads all for a check
 */
public record Database(
        String url,
        @Nullable Credentials superuser,
        @Nullable Credentials owner,
        Credentials command,
        Credentials query,
        Credentials bodies,
        Credentials projection) {

    /** A user and its password. */
    public record Credentials(String user, String password) {

        /** Omits the password: records print their fields. */
        @Override
        public String toString() {
            return user;
        }
    }

    public Database {
        if (bodies.equals(query) != projection.equals(query)) {
            throw new IllegalArgumentException(
                    "The users for bodies and for the projection are named together or not.");
        }
        if (superuser != null && owner == null) {
            throw new IllegalArgumentException("A superuser makes the roles, so the owner's password must be set too.");
        }
    }

    /** A user with the name of its setting. */
    record Role(String name, Credentials credentials) {}

    /** The users that can connect before anything is made: the first makes the others. */
    List<Role> roles() {
        if (superuser != null) {
            return List.of(new Role("SUPERUSER", superuser));
        }
        List<Role> roles = new ArrayList<>();
        if (owner != null) {
            roles.add(new Role("OWNER", owner));
        }
        roles.add(new Role("COMMAND", command));
        roles.add(new Role("QUERY", query));
        if (!bodies.equals(query)) {
            roles.add(new Role("BODIES", bodies));
            roles.add(new Role("PROJECTION", projection));
        }
        return roles;
    }

    /** Makes missing roles and tables, as far as this installation has the credentials. */
    void migrate() throws SQLException {
        if (superuser != null && owner != null) {
            boolean isApart = !bodies.equals(query);
            new LedgerRoles(
                            owner.password(),
                            command.password(),
                            query.password(),
                            isApart ? bodies.password() : null,
                            isApart ? projection.password() : null)
                    .create(dataSource(superuser));
        }
        if (owner != null) {
            LedgerMigration.migrate(dataSource(owner));
            IdentityMigration.migrate(dataSource(owner));
        }
    }

    /** Connections of a user that can read the ledger before it is migrated. */
    DataSource beforeMigration() {
        Credentials first = superuser != null ? superuser : owner;
        return dataSource(first != null ? first : command);
    }

    /** Connections of one user, unpooled. */
    public DataSource dataSource(Credentials credentials) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(credentials.user());
        dataSource.setPassword(credentials.password());
        return dataSource;
    }
}
