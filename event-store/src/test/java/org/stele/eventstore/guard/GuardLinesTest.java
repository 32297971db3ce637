package org.stele.eventstore.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.TestDatabase;
import org.stele.eventstore.jdbc.SessionSettings;

/** What a ledger relies on is what its migrations make, word for word. */
class GuardLinesTest {

    /** Run with {@code -Dguards.write} after a migration was added: it writes the file, to be read and committed with it. */
    @Test
    void the_lines_kept_are_those_of_a_database_that_was_just_migrated() throws Exception {
        SortedMap<String, String> lines;
        try (Connection connection = TestDatabase.create().command().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(SessionSettings.SQL);
            lines = GuardLines.read(connection);
        }
        if (System.getProperty("guards.write") != null) {
            StringBuilder file = new StringBuilder();
            lines.forEach(
                    (name, text) -> file.append(name).append(" = ").append(text).append('\n'));
            Files.writeString(Path.of("src/main/resources" + LedgerGuards.EXPECTED_FILE), file);
        } else {
            assertThat(lines).as("add -Dguards.write after a new migration").isEqualTo(LedgerGuards.expectedLines());
        }
    }
}
