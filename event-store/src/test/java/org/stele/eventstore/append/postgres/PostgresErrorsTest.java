package org.stele.eventstore.append.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class PostgresErrorsTest {

    @Test
    void a_value_that_is_refused_is_told_from_a_connection_that_is() {
        assertThat(PostgresErrors.isAboutData(refusal("ERROR", "22021"))).isTrue();
        assertThat(PostgresErrors.isAboutData(refusal("FATAL", "22023"))).isFalse();
        assertThat(PostgresErrors.isAboutData(refusal("ERROR", "53100"))).isFalse();
    }

    private static PSQLException refusal(String severity, String state) {
        return new PSQLException(
                new ServerErrorMessage("S" + severity + "\0V" + severity + "\0C" + state + "\0Mrefused\0\0"));
    }
}
