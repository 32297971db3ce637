package org.stele.command.importing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.stele.events.Actor;
import org.stele.web.problem.FieldError;
import org.stele.web.problem.Problem;

/** A request for an import, apart from the file. */
record ImportRequest(ImportKind kind, boolean isDryRun, Actor registrar, boolean isAnsweredInLines) {

    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final MediaType LINES = MediaType.parseMediaType(ImportLines.MEDIA_TYPE);

    static ImportRequest of(String kindId, Actor actor, HttpServletRequest request) {
        ImportKind kind = ImportKind.find(kindId)
                .orElseThrow(() -> Problem.of(
                                404,
                                "not-found",
                                "There is no such kind of file to import. Expected filings, claims, evidence, notices, baselines or arrivals.")
                        .asException());
        Importer.requireRegistrar(actor);
        requireUtf8(request.getContentType());
        return new ImportRequest(kind, isDryRun(request), actor, wantsLines(request));
    }

    ImportReport run(Importer importer, InputStream csv, ImportProgress progress) throws IOException {
        return isDryRun
                ? importer.check(kind, csv, registrar, progress)
                : importer.enter(kind, csv, registrar, progress);
    }

    /** Parsed here, because a blank parameter must not mean that the file is entered. */
    private static boolean isDryRun(HttpServletRequest request) {
        String[] stated = request.getParameterValues("dryRun");
        String value = stated == null ? "false" : String.join(",", stated);
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw Problem.of(400, "invalid-parameter", "The parameter dryRun cannot be read. Correct it.")
                        .withErrors(List.of(new FieldError("dryRun", "Expected true or false, once.", value)))
                        .asException();
        };
    }

    private static void requireUtf8(@Nullable String contentType) {
        String charset = contentType == null
                ? null
                : MediaType.parseMediaType(contentType).getParameter("charset");
        if (charset != null && !charset.replace("\"", "").equalsIgnoreCase("utf-8")) {
            throw Problem.of(
                            415,
                            "unsupported-media-type",
                            "This address reads text/csv in UTF-8, and XLSX. Save the file as UTF-8 and name no other charset.")
                    .asException();
        }
    }

    /** JSON lines only for clients that name them and prefer nothing else. */
    private static boolean wantsLines(HttpServletRequest request) {
        List<String> accept = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        return MediaType.parseMediaTypes(accept).stream()
                .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
                .filter(type -> type.includes(LINES) || type.includes(MediaType.APPLICATION_JSON))
                .findFirst()
                .filter(type -> type.equalsTypeAndSubtype(LINES))
                .isPresent();
    }
}
