package org.stele.eventstore.append;

import java.sql.SQLException;
import org.stele.eventstore.jdbc.CommitConditions;

/** The errors with which the database refuses to commit because something is not as required. */
public final class NotCommitted {

    /** The SQLSTATE that says that other rows were stored than were sent. */
    static final String OTHER_ROWS = "LT002";

    private NotCommitted() {}

    public static SQLException otherRows(String what) {
        return new SQLException("The database would have stored " + what, OTHER_ROWS);
    }

    /** The only error that a plain SELECT can raise is a text that is not a number; the text says what was wrong. */
    public static SQLException of(SQLException e) {
        String message = String.valueOf(e.getMessage());
        int rows = message.indexOf('"' + OTHER_ROWS + ' ');
        int changed = message.indexOf('"' + CommitConditions.CHANGED + ' ');
        if (!"22P02".equals(e.getSQLState()) || rows < 0 && changed < 0) {
            return e;
        }
        String told =
                message.substring(Math.max(rows, changed) + 1 + OTHER_ROWS.length() + 1, message.lastIndexOf('"'));
        return rows >= 0
                ? otherRows(told + " rows of event/index_run/merkle_tile/command")
                : new SQLException(
                        "The database is no longer as it was when it was examined: " + told, CommitConditions.CHANGED);
    }
}
