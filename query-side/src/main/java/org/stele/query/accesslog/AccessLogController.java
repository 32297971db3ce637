package org.stele.query.accesslog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stele.identity.accesslog.AccessEntry;
import org.stele.identity.accesslog.AccessRow;
import org.stele.identity.accesslog.AccessRows;
import org.stele.query.view.Parameters;

/** The access log as JSON. */
@Tag(name = "Access")
@RestController
final class AccessLogController {

    private final AccessLogReaders readers;
    private final AccessLogCheck check;

    AccessLogController(AccessLogReaders readers, AccessLogCheck check) {
        this.readers = readers;
        this.check = check;
    }

    /**
     * Rows in their order.
     *
     * @param next to send as after; null where there are no more now
     */
    record Page(List<Entry> entries, @Nullable Long next) {}

    /** @param hash over the row and the hash of the row before, in hexadecimal digits */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            long number,
            Instant recordedAt,
            Instant occurredAt,
            String what,
            String outcome,
            @Nullable String staffId,
            @Nullable String role,
            @Nullable String memberState,
            @Nullable String address,
            @Nullable String detail,
            String hash) {

        static Entry of(AccessRow row) {
            AccessEntry entry = row.entry();
            return new Entry(
                    row.number(),
                    row.recordedAt(),
                    entry.occurredAt(),
                    entry.what().id(),
                    entry.outcome(),
                    entry.staffId(),
                    entry.role(),
                    entry.memberState(),
                    entry.address(),
                    entry.detail(),
                    HexFormat.of().formatHex(row.hash()));
        }
    }

    @Operation(
            summary = "Who signed in, was refused, or read what is not for everybody",
            description =
                    "For an auditor or the custodian. Rows are chained, and the ledger holds a digest of each hour of them: custody.AccessLogDigested.")
    @Parameter(
            name = AccessLogQuery.FROM,
            in = ParameterIn.QUERY,
            description = "The first day, in UTC, or moment of recording",
            schema = @Schema(type = "string"))
    @Parameter(
            name = AccessLogQuery.TO,
            in = ParameterIn.QUERY,
            description = "The last day, or the moment before which",
            schema = @Schema(type = "string"))
    @Parameter(
            name = AccessLogQuery.AFTER,
            in = ParameterIn.QUERY,
            description = "The number of the last row that is known",
            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
    @Parameter(
            name = AccessLogQuery.LIMIT,
            in = ParameterIn.QUERY,
            description = "How many rows at most; 200",
            schema = @Schema(type = "integer", minimum = "1", maximum = "1000"))
    @GetMapping(path = "/api/v1/access-log", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Page> rows(HttpServletRequest request) {
        AccessRows rows = readers.admit(request);
        AccessLogQuery query = AccessLogQuery.read(Parameters.of(
                request, AccessLogQuery.FROM, AccessLogQuery.TO, AccessLogQuery.AFTER, AccessLogQuery.LIMIT));
        List<AccessRow> found = rows.read(query.after(), query.begin(), query.end(), query.limit());
        Long next = found.size() < query.limit()
                ? null
                : Long.valueOf(found.getLast().number());
        return uncached(new Page(found.stream().map(Entry::of).toList(), next));
    }

    @Operation(
            summary = "Whether the access log is as it was written",
            description =
                    "For an auditor or the custodian. All rows are read and compared with each other and with the digests that the ledger holds.")
    @GetMapping(path = "/api/v1/access-log/check", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AccessLogCheck.Report> check(HttpServletRequest request) {
        readers.admit(request);
        Parameters.of(request).requireNoErrors();
        return uncached(check.check());
    }

    private static <T> ResponseEntity<T> uncached(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
