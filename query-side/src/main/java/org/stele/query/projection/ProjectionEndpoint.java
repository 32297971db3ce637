package org.stele.query.projection;

import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.read.OpenLedger;
import org.stele.query.projection.rows.StateFileRows;
import org.stele.query.projection.rows.StateFileRows.Progress;

/** The operator's view of the projection: its position (GET), and its rebuild (POST). */
@Endpoint(id = "projection")
public final class ProjectionEndpoint {

    private final OpenLedger ledger;
    private final StateFileRows rows;
    private final Rebuild rebuild;

    ProjectionEndpoint(OpenLedger ledger, StateFileRows rows, Rebuild rebuild) {
        this.ledger = ledger;
        this.rows = rows;
        this.rebuild = rebuild;
    }

    @ReadOperation
    public Map<String, Long> progress() {
        return shown(rows.progress());
    }

    /** The position after a rebuild; 503 with the finding where the ledger is damaged, and nothing is changed. */
    @WriteOperation
    public WebEndpointResponse<Map<String, ?>> rebuild() {
        try {
            return new WebEndpointResponse<>(shown(rebuild.run()));
        } catch (LedgerDamaged e) {
            return new WebEndpointResponse<>(
                    Map.of("code", "ledger-damaged", "detail", String.valueOf(e.getMessage())),
                    WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE);
        }
    }

    private Map<String, Long> shown(Progress progress) {
        return Map.of("generation", progress.generation(), "position", progress.position(), "head", ledger.head());
    }
}
