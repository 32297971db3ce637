package org.stele.command.entry;

import java.util.List;

/**
 * A text of a request that may hold personal data. It is recorded as it stands: the warning says that it should be looked at.
 *
 * @param field of the request, such as {@code explanation} or {@code candidates[0].rationale}
 * @param signs what it seems to hold: NAME, DOCUMENT_NUMBER, DATE_OF_BIRTH
 * @param message for people; it repeats nothing of the text
 */
public record TextWarning(String field, List<String> signs, String message) {

    public TextWarning {
        signs = List.copyOf(signs);
    }
}
