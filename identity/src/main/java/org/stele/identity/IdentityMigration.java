package org.stele.identity;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schemas {@code identity} and {@code access_log} to the version of this program. */
public final class IdentityMigration {

    private IdentityMigration() {}

    /** Applies the missing migrations as the owner of the ledger's schema, which has to exist. */
    public static void migrate(DataSource owner) {
        migrate(owner, "identity", "classpath:db/identity");
        migrate(owner, "access_log", "classpath:db/access-log");
    }

    private static void migrate(DataSource owner, String schema, String location) {
        Flyway.configure()
                .dataSource(owner)
                .schemas(schema)
                .locations(location)
                .cleanDisabled(true)
                .load()
                .migrate();
    }
}
