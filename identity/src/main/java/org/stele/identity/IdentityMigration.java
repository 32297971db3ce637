package org.stele.identity;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema {@code identity} to the version of this program. */
public final class IdentityMigration {

    private IdentityMigration() {}

    /** Applies the missing migrations as the owner of the ledger's schema, which has to exist. */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .schemas("identity")
                .locations("classpath:db/identity")
                .cleanDisabled(true)
                .load()
                .migrate();
    }
}
