package org.stele.query.projection;

import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.stele.eventstore.LedgerReader;
import org.stele.query.projection.StateFileRows.Progress;

/** The operator's view of the projection: where it stands (GET), and a rebuild of it (POST). */
@Endpoint(id = "projection")
public final class ProjectionEndpoint {

    private final LedgerReader ledger;
    private final StateFileRows rows;
    private final Rebuild rebuild;

    ProjectionEndpoint(LedgerReader ledger, StateFileRows rows, Rebuild rebuild) {
        this.ledger = ledger;
        this.rows = rows;
        this.rebuild = rebuild;
    }

    @ReadOperation
    public Map<String, Long> progress() {
        return shown(rows.progress());
    }

    @WriteOperation
    public Map<String, Long> rebuild() {
        return shown(rebuild.run());
    }

    private Map<String, Long> shown(Progress progress) {
        return Map.of("generation", progress.generation(), "position", progress.position(), "head", ledger.head());
    }
}
