package org.stele.query.projection;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.stele.events.MemberState;
import org.stele.query.projection.rows.DeadLetterRows;
import org.stele.statefile.DeadLetters;

/**
 * The operator's view of the events that are held back (GET), and the command to fold those of one State once the cause
 * is gone (POST with its code, or {@code ---} for events that name no State).
 */
@Endpoint(id = "held")
public final class DeadLetterEndpoint {

    private final DeadLetterRows rows;
    private final DeadLetterRetry retry;

    DeadLetterEndpoint(DeadLetterRows rows, DeadLetterRetry retry) {
        this.rows = rows;
        this.retry = retry;
    }

    @ReadOperation
    public Map<String, DeadLetters> held() {
        Map<String, DeadLetters> held = new TreeMap<>();
        rows.live()
                .all()
                .forEach((state, events) ->
                        held.put(state.map(MemberState::iso3).orElse(DeadLetterRows.NO_STATE), events));
        return held;
    }

    /** What is still held back afterwards; an empty object means nothing. */
    @WriteOperation
    public WebEndpointResponse<Map<String, DeadLetters>> retry(@Selector String iso3) {
        MemberState state = MemberState.find(iso3).orElse(null);
        if (state == null && !iso3.equals(DeadLetterRows.NO_STATE)) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        DeadLetters left = retry.run(state);
        return new WebEndpointResponse<>(left == null ? Map.of() : Map.of(iso3, left));
    }
}
