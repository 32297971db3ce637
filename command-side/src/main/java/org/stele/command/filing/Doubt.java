package org.stele.command.filing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A possible mistake in a filing. It is shown before the filing is sent and does not prevent it: figures are recorded
 * as they are stated (rules, P1).
 *
 * @param question the one that it is mainly about
 * @param words the message's key and its arguments
 * @param entry the position of a related event; null where there is none
 */
public record Doubt(
        String question,
        String words,
        List<Object> arguments,
        @Nullable Long entry) {

    static Doubt of(String question, String words, Object... arguments) {
        return new Doubt(question, "file.doubt." + words, List.of(arguments), null);
    }

    Doubt about(long position) {
        return new Doubt(question, words, arguments, position);
    }
}
