package org.stele.standalone.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;

/** A process that commits rows for as long as it lives, and says so after each commit. */
final class HardDeath {

    static final String COMMITTED = "committed ";

    private HardDeath() {}

    static void main(String[] args) throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(EmbeddedDatabaseTest.locations(Path.of(args[0])));
        try (Connection connection = database.superuser().getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO kept (n) VALUES (?)")) {
            connection.createStatement().execute("CREATE TABLE IF NOT EXISTS kept (n integer PRIMARY KEY)");
            for (int n = 1; ; n++) {
                insert.setInt(1, n);
                insert.execute();
                System.out.println(COMMITTED + n);
            }
        }
    }
}
