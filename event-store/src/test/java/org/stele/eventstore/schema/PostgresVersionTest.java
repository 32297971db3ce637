package org.stele.eventstore.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.stele.eventstore.TestDatabase;

/** The tests run on the PostgreSQL that the build says. */
class PostgresVersionTest {

    @Test
    void the_server_has_the_version_that_the_build_names() throws SQLException {
        try (Connection connection = TestDatabase.create().query().getConnection()) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion())
                    .isEqualTo(Integer.getInteger("postgres.version", 18));
        }
    }
}
