package org.stele.query.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.stele.eventstore.read.OpenLedger;
import org.stele.query.lens.SeenEvent;
import org.stele.query.lens.SeenEvents;
import org.stele.query.view.EventPosition;
import org.stele.query.view.Parameters;
import org.stele.query.view.ViewPoints;
import tools.jackson.databind.json.JsonMapper;

/** The events themselves, complete and in order: in pages, or as one stream of JSON lines. */
@RestController
final class EventsController {

    static final String JSON_LINES = "application/jsonl";
    static final String TREE_SIZE_HEADER = "Stele-Tree-Size";

    private static final int PAGE = 500;
    private static final String AUDIENCE = "PUBLIC, for auditors and the Committee to look as the public does.";

    private final OpenLedger ledger;
    private final ViewPoints viewPoints;
    private final SeenEvents seen;
    private final JsonMapper json;

    EventsController(OpenLedger ledger, ViewPoints viewPoints, SeenEvents seen, JsonMapper json) {
        this.ledger = ledger;
        this.viewPoints = viewPoints;
        this.seen = seen;
        this.json = json;
    }

    /**
     * One page of events.
     *
     * @param next what {@code after} has to be for the next page; null on the last
     */
    record Page(List<EventEntry> events, @Nullable Long next, long treeSize) {}

    @Operation(summary = "Events, complete and in order; as application/jsonl all of them, without pages")
    @Parameter(name = "state", in = ParameterIn.QUERY, description = "The State they are about, such as NOR.")
    @Parameter(
            name = "type",
            in = ParameterIn.QUERY,
            description = "Such as attestation.AttestationSubmitted; of events that the reader sees whole.")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "The position after which they begin.")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "How many at most: 1 to 1000, 500 by default.")
    @Parameter(name = "treeSize", in = ParameterIn.QUERY, description = "The position up to which they go.")
    @Parameter(name = "audience", in = ParameterIn.QUERY, description = AUDIENCE)
    @GetMapping(path = "/api/v1/events", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Page> page(HttpServletRequest request) {
        EventQuery query = EventQuery.read(request, viewPoints);
        SeenEvents.Look look = seen.of(query.point());
        int limit = query.limit().orElse(PAGE);
        // One event more tells whether there is a next page.
        List<SeenEvent> read =
                look.read(query.choice(), query.after(), query.point().treeSize(), limit + 1);
        List<SeenEvent> shown = read.subList(0, Math.min(limit, read.size()));
        Long next = read.size() > limit ? shown.getLast().position() : null;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(new Page(entries(shown), next, query.point().treeSize()));
    }

    @Operation(summary = "One event; of one that is withheld from the reader, what the public log has of it")
    @Parameter(name = "audience", in = ParameterIn.QUERY, description = AUDIENCE)
    @GetMapping(path = "/api/v1/events/{position}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<EventEntry> event(@PathVariable String position, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, ViewPoints.AUDIENCE);
        long head = ledger.head();
        SeenEvents.Look look = seen.of(viewPoints.read(request, parameters, head));
        SeenEvent event = look.at(EventPosition.inPath(position));
        if (event == null) {
            throw EventPosition.unknown(position, head);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(EventEntry.of(event));
    }

    /** Every requested event, one per line. Only one page is in memory, however many there are. */
    @GetMapping(path = "/api/v1/events", produces = JSON_LINES)
    void lines(HttpServletRequest request, HttpServletResponse response) throws IOException {
        EventQuery query = EventQuery.read(request, viewPoints);
        SeenEvents.Look look = seen.of(query.point());
        long treeSize = query.point().treeSize();
        response.setContentType(JSON_LINES);
        response.setHeader("Cache-Control", "no-cache, private");
        response.setHeader(TREE_SIZE_HEADER, Long.toString(treeSize));
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        long left = query.limit().map(Integer::longValue).orElse(Long.MAX_VALUE);
        long after = query.after();
        List<SeenEvent> read;
        do {
            read = look.read(query.choice(), after, treeSize, (int) Math.min(left, PAGE));
            write(read, response.getOutputStream());
            left -= read.size();
            after = read.isEmpty() ? after : read.getLast().position();
        } while (read.size() == PAGE && left > 0);
    }

    private static List<EventEntry> entries(List<SeenEvent> events) {
        return events.stream().map(EventEntry::of).toList();
    }

    private void write(List<SeenEvent> events, OutputStream out) throws IOException {
        for (EventEntry event : entries(events)) {
            out.write(json.writeValueAsBytes(event));
            out.write('\n');
        }
    }
}
