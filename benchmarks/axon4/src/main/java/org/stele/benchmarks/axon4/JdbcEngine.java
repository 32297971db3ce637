package org.stele.benchmarks.axon4;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * A JdbcEngine is Axon 4's JdbcEventStorageEngine with the table that it makes for PostgreSQL (payloads are bytea), the
 * Jackson serializer that its reference guide recommends, and one transaction an append.
 */
public final class JdbcEngine implements Axon4Append {

    private final JdbcEventStorageEngine engine;

    /** Makes its table in an empty database. The pool's connections do not commit by themselves. */
    public JdbcEngine(DataSource pool) {
        BoundTransactions transactions = new BoundTransactions(pool);
        JacksonSerializer json =
                JacksonSerializer.builder().objectMapper(new JsonMapper()).build();
        this.engine = JdbcEventStorageEngine.builder()
                .connectionProvider(transactions::connection)
                .transactionManager(transactions)
                .eventSerializer(json)
                .snapshotSerializer(json)
                .build();
        transactions.executeInTransaction(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
    }

    @Override
    public void append(String aggregateType, String aggregateId, List<Event> events) {
        engine.appendEvents(events.stream()
                .map(event -> new GenericDomainEventMessage<>(
                        aggregateType,
                        aggregateId,
                        event.sequence(),
                        event.payload(),
                        MetaData.from(event.metadata()),
                        event.id(),
                        event.at()))
                .toList());
    }
}
