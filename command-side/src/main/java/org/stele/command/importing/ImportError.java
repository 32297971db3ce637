package org.stele.command.importing;

import org.jspecify.annotations.Nullable;
import org.stele.web.problem.FieldError;

/**
 * One error in a file.
 *
 * @param row as a spreadsheet numbers it: the header is row 1
 * @param column the header of the cell's column; null where the row or the file as a whole is wrong
 * @param message what was expected
 * @param got what came, shortened; null where nothing came, or where it must not be repeated
 */
public record ImportError(
        long row,
        @Nullable String column,
        String message,
        @Nullable String got) {

    public ImportError {
        // A field error shortens the value and escapes control characters.
        column = column == null ? null : new FieldError("", "", column).got();
        got = got == null ? null : new FieldError("", "", got).got();
    }
}
