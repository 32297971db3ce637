package org.stele.identity.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.identity.program.Program;
import org.stele.web.page.Frame;

/**
 * The page of the programs that act for one's own account.
 *
 * @param formToken what every form has to send besides what is typed
 * @param done the key of what was just done; null where nothing was
 * @param error the key of what is wrong; null where nothing is
 * @param origin where tokens are got, and good
 */
public record ProgramsPage(
        Frame frame,
        FormToken formToken,
        @Nullable String done,
        @Nullable String error,
        String origin,
        List<Program> programs) {

    public String text(String key, Object... arguments) {
        return frame.text(key, arguments);
    }

    public String instant(Instant instant) {
        return frame.messages().instant(instant);
    }

    public String used(Program.Key key) {
        Instant last = key.lastUsedAt();
        return last == null ? text("programs.key.unused") : instant(last);
    }

    /** "read" or "read file", in this order. */
    public String scopes(Program program) {
        return String.join(
                " ", Program.SCOPES.stream().filter(program.scopes()::contains).toList());
    }
}
