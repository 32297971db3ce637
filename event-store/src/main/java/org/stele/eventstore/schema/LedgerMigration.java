package org.stele.eventstore.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The LedgerMigration brings the schema {@code ledger} to the shape that this version writes and reads. */
public final class LedgerMigration {

    private LedgerMigration() {}

    /** Applies what is missing, as the owner of the schema. The three roles of {@link LedgerRoles} must exist. */
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
