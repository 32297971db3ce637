package org.stele.eventstore.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A LedgerMigration brings the schema {@code ledger} to the version that this program writes and reads. */
public final class LedgerMigration {

    private LedgerMigration() {}

    /**
     * Applies the missing migrations, as the owner of the schema. The three roles of {@link LedgerRoles} must exist.
     */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .schemas("ledger")
                .locations("classpath:db/ledger")
                .cleanDisabled(true)
                .load()
                .migrate();
    }
}
