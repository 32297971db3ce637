package org.stele.eventstore.append.postgres;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What a server error says about the data that was sent. */
public final class PostgresErrors {

    /** The unique keys that are violated only when another writer has taken the position or the command. */
    private static final Set<String> OTHER_WRITER =
            Set.of("event_position", "index_run_once", "merkle_tile_once", "command_once");

    private PostgresErrors() {}

    /** Whether the server refused a statement and the connection is still usable. */
    static boolean isRefusal(SQLException e) {
        ServerErrorMessage message = message(e);
        return message != null && "ERROR".equals(message.getSeverity());
    }

    /** Whether another writer was first. */
    public static boolean isOfAnotherWriter(SQLException e) {
        ServerErrorMessage message = message(e);
        return message != null && OTHER_WRITER.contains(String.valueOf(message.getConstraint()));
    }

    /** Whether a value or a key was refused, and neither the connection nor another writer is the cause. */
    public static boolean isAboutData(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return isRefusal(e) && (state.startsWith("22") || state.startsWith("23")) && !isOfAnotherWriter(e);
    }

    private static @Nullable ServerErrorMessage message(SQLException e) {
        return e instanceof PSQLException refusal ? refusal.getServerErrorMessage() : null;
    }
}
