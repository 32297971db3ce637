package org.stele.command.custody.readsealeddata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stele.web.page.Frame;

/**
 * The page on which somebody reads what one event seals.
 *
 * @param commandId under which the reading is recorded
 * @param asksForPerson whether the event refers to several persons, who are read one at a time
 * @param personsCount of a notice; 1 otherwise
 * @param error what is wrong with what was typed; null where nothing is
 * @param lines what was read; null before
 */
public record SealedPage(
        Frame frame,
        long position,
        String commandId,
        boolean asksForPerson,
        int personsCount,
        @Nullable String error,
        @Nullable List<String> lines) {

    public String text(String key, Object... arguments) {
        return frame.text(key, arguments);
    }
}
