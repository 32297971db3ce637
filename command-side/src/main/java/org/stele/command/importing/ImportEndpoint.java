package org.stele.command.importing;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stele.events.Actor;
import org.stele.web.json.WebJson;
import org.stele.web.limit.Limit;
import org.stele.web.limit.Limits;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemResponse;

/** {@code POST /api/v1/imports/{kind}} */
@Tag(name = "Imports")
@RestController
final class ImportEndpoint {

    private final Importer importer;
    private final ImportBulkhead bulkhead;
    private final ProblemResponse problems;

    ImportEndpoint(Importer importer, ProblemResponse problems, Limits limits) {
        this.importer = importer;
        this.bulkhead = new ImportBulkhead(limits.count(Limit.IMPORTS_AT_ONCE));
        this.problems = problems;
    }

    @ImportOperation
    @PostMapping(
            path = "/api/v1/imports/{kind}",
            consumes = {ImportRequest.CSV, ImportRequest.XLSX},
            produces = {MediaType.APPLICATION_JSON_VALUE, ImportLines.MEDIA_TYPE})
    @Nullable
    ResponseEntity<byte[]> importFile(
            @Parameter(hidden = true) @PathVariable("kind") String kind,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ImportRequest order = ImportRequest.of(kind, actor, request);
        try (var _ = bulkhead.enter()) {
            if (order.isAnsweredInLines()) {
                inLines(order, request, response);
                return null;
            }
            return inOne(order.run(importer, request.getInputStream(), ImportProgress.silent()), request);
        }
    }

    private static ResponseEntity<byte[]> inOne(ImportReport report, HttpServletRequest request) {
        if (report.dryRun() || report.errors().isEmpty()) {
            return answer(200, MediaType.APPLICATION_JSON, report);
        }
        return answer(422, MediaType.APPLICATION_PROBLEM_JSON, ImportProblem.of(report, request.getRequestURI()));
    }

    private static ResponseEntity<byte[]> answer(int status, MediaType type, Object body) {
        return ResponseEntity.status(status)
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(WebJson.MAPPER.writeValueAsBytes(body));
    }

    private void inLines(ImportRequest order, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ImportLines lines = new ImportLines(response);
        try {
            lines.write(order.run(importer, request.getInputStream(), lines));
        } catch (RuntimeException failure) {
            if (!response.isCommitted()) {
                throw failure;
            }
            lines.write(Map.of("problem", ImportFailures.problemAfterLines(failure)));
        }
    }

    @ExceptionHandler
    ResponseEntity<byte[]> stopped(ImportStopped stop, HttpServletRequest request) {
        Problem problem = ImportFailures.problem(stop);
        HttpHeaders headers = new HttpHeaders();
        if (problem.status() == 503) {
            headers.set(HttpHeaders.RETRY_AFTER, "5");
        }
        return problems.of(problem, request, headers);
    }
}
