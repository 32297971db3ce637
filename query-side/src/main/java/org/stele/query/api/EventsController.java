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
import org.springframework.web.bind.annotation.RestController;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.query.view.DamageNotes;
import org.stele.query.view.Parameters;
import org.stele.query.view.ViewPoints;
import org.stele.query.withheld.Sight;
import org.stele.query.withheld.Sights;
import tools.jackson.databind.json.JsonMapper;

/** The events themselves, complete and in order: in pages, or as one stream of JSON lines. */
@RestController
final class EventsController {

    static final String JSON_LINES = "application/jsonl";
    static final String TREE_SIZE_HEADER = "Stele-Tree-Size";

    private static final int PAGE = 500;

    private final LedgerReader ledger;
    private final ViewPoints viewPoints;
    private final Sights sights;
    private final JsonMapper json;

    EventsController(LedgerReader ledger, ViewPoints viewPoints, Sights sights, JsonMapper json) {
        this.ledger = ledger;
        this.viewPoints = viewPoints;
        this.sights = sights;
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
    @Parameter(name = "type", in = ParameterIn.QUERY, description = "Such as attestation.AttestationSubmitted.")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "The position after which they begin.")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "How many at most: 1 to 1000, 500 by default.")
    @Parameter(name = "treeSize", in = ParameterIn.QUERY, description = "The position up to which they go.")
    @GetMapping(path = "/api/v1/events", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Page> page(HttpServletRequest request) {
        EventQuery query = EventQuery.read(Parameters.of(request, EventQuery.PARAMETERS), viewPoints);
        Sight sight = sights.of(request);
        int limit = query.limit().orElse(PAGE);
        // One event more tells whether there is a next page.
        List<StoredEvent> read = query.read(ledger, query.after(), limit + 1);
        List<StoredEvent> shown = read.subList(0, Math.min(limit, read.size()));
        Long next = read.size() > limit ? shown.getLast().position() : null;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(new Page(entries(shown, sight), next, query.treeSize()));
    }

    /** Every requested event, one per line. Only one page is in memory, however many there are. */
    @GetMapping(path = "/api/v1/events", produces = JSON_LINES)
    void lines(HttpServletRequest request, HttpServletResponse response) throws IOException {
        EventQuery query = EventQuery.read(Parameters.of(request, EventQuery.PARAMETERS), viewPoints);
        Sight sight = sights.of(request);
        response.setContentType(JSON_LINES);
        response.setHeader("Cache-Control", "no-cache, private");
        response.setHeader(TREE_SIZE_HEADER, Long.toString(query.treeSize()));
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        long left = query.limit().map(Integer::longValue).orElse(Long.MAX_VALUE);
        long after = query.after();
        List<StoredEvent> read;
        do {
            read = query.read(ledger, after, (int) Math.min(left, PAGE));
            write(read, sight, response.getOutputStream());
            left -= read.size();
            after = read.isEmpty() ? after : read.getLast().position();
        } while (read.size() == PAGE && left > 0);
    }

    private List<EventEntry> entries(List<StoredEvent> events, Sight sight) {
        DamageNotes notes = DamageNotes.of(ledger);
        return events.stream().map(event -> EventEntry.of(event, sight, notes)).toList();
    }

    private void write(List<StoredEvent> events, Sight sight, OutputStream out) throws IOException {
        for (EventEntry event : entries(events, sight)) {
            out.write(json.writeValueAsBytes(event));
            out.write('\n');
        }
    }
}
