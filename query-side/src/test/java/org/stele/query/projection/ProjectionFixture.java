package org.stele.query.projection;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stele.eventstore.RecordedEvent;
import org.stele.query.filed.TestLedger;

/** The projection of a test ledger, carried on by hand. */
public final class ProjectionFixture {

    private final StateFileRows rows;
    private final TransactionTemplate transaction;
    private final List<RecordedEvent> events;

    public ProjectionFixture(TestLedger ledger, DataSource database) {
        this.rows = new StateFileRows(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.events = ledger.recorded(ledger.reader().head());
    }

    public StateFileRows rows() {
        return rows;
    }

    public void foldTo(long position) {
        transaction.executeWithoutResult(
                _ -> new StateFileProjection(rows).fold(events.subList(0, Math.toIntExact(position))));
    }
}
