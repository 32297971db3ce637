package org.stele.query.accesslog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.identity.accesslog.AccessRow;
import org.stele.web.page.Frame;

/**
 * The page of the access log.
 *
 * @param from as it was asked for; empty for the beginning
 * @param to as it was asked for; empty for the end
 * @param next the address of the rows that follow; null where there are none now
 * @param report of the check; null where none was asked for
 */
public record AccessLogPage(
        Frame frame,
        String from,
        String to,
        List<AccessRow> rows,
        @Nullable String next,
        AccessLogCheck.@Nullable Report report) {

    public AccessLogPage {
        rows = List.copyOf(rows);
    }

    public String text(String key, Object... arguments) {
        return frame.text(key, arguments);
    }

    public String instant(Instant instant) {
        return frame.messages().instant(instant);
    }

    public String what(AccessRow row) {
        return text("access-log.what." + row.entry().what().id());
    }

    /** Whose it was, such as "NOR-PM-2, signatory of NOR"; empty where nobody was known. */
    public String who(AccessRow row) {
        String staffId = row.entry().staffId();
        if (staffId == null) {
            return "";
        }
        String state = row.entry().memberState();
        return staffId + ", " + text("role." + row.entry().role()) + (state == null ? "" : ", " + state);
    }

    public static String shown(@Nullable String text) {
        return text == null ? "" : text;
    }
}
