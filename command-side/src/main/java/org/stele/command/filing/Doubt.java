package org.stele.command.filing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about a filing that may not be meant. It is said before the filing is sent and stops nobody: figures are recorded
 * as they are stated (rules, P1).
 *
 * @param question the one that it is mostly about
 * @param words the key of what is said, and what it is said with
 * @param entry an entry of the ledger to be looked at; null where it is about none
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
