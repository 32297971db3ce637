package org.stele.command.importing;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stele.events.Sha256Digest;
import org.stele.web.problem.Problem;

/** The problem (RFC 9457) of a file that was not imported because of errors in it: it names rows and columns. */
record ImportProblem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        long rows,
        long errorsCount,
        List<Cell> errors,
        Sha256Digest fileSha256) {

    static final String CODE = "import-invalid";

    /** One error, with its place both as one text, as in every problem, and in separate fields. */
    record Cell(
            String field,
            long row,
            @Nullable String column,
            String message,
            @Nullable String got) {

        static Cell of(ImportError error) {
            return new Cell(place(error), error.row(), error.column(), error.message(), error.got());
        }
    }

    static ImportProblem of(ImportReport report, String path) {
        Problem problem = Problem.of(
                422,
                CODE,
                "Nothing was entered: the file has %s. Correct it and send it again."
                        .formatted(
                                report.errorsCount() == 1
                                        ? "an error"
                                        : String.format(
                                                Locale.ROOT,
                                                "%,d errors, of which %,d are listed",
                                                report.errorsCount(),
                                                report.errors().size())));
        return new ImportProblem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                path,
                problem.code(),
                report.rows(),
                report.errorsCount(),
                report.errors().stream().map(Cell::of).toList(),
                report.fileSha256());
    }

    private static String place(ImportError error) {
        return error.column() == null
                ? "row " + error.row()
                : "row %s, column %s".formatted(error.row(), error.column());
    }
}
