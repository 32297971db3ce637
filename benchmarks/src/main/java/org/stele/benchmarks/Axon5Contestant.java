package org.stele.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.jpa.AggregateBasedJpaEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.AggregateEventEntry;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.axonframework.messaging.eventstreaming.Tag;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.stele.eventstore.axon.LedgerConverter;

/**
 * Axon 5's own engine on JPA, over Hibernate with inserts in batches and payloads in bytea columns. It knows one tag an
 * event, the aggregate, and checks that aggregate and sequence number are unique.
 */
final class Axon5Contestant implements Contestant {

    private final LedgerDatabase database;
    private final HikariDataSource pool;
    private final EntityManagerFactory factory;
    private final AggregateBasedJpaEventStorageEngine engine;

    Axon5Contestant(LedgerDatabase database, int connections) throws SQLException {
        this.database = database;
        this.pool = database.superuserPool(connections);
        this.factory = new HibernatePersistenceConfiguration("axon5")
                .managedClass(AggregateEventEntry.class)
                .property("hibernate.connection.datasource", pool)
                .property("hibernate.connection.provider_disables_autocommit", true)
                .property("hibernate.dialect", ByteaDialect.class.getName())
                .property("hibernate.jdbc.batch_size", 50)
                .property("hibernate.order_inserts", true)
                .property("hibernate.hbm2ddl.auto", "create")
                .createEntityManagerFactory();
        requireBytea();
        BoundEntityManagers managers = new BoundEntityManagers(factory);
        this.engine = new AggregateBasedJpaEventStorageEngine(
                managers::current,
                managers,
                new DelegatingEventConverter(new LedgerConverter()),
                UnaryOperator.identity());
    }

    /** Large objects would make it several times slower. */
    private void requireBytea() throws SQLException {
        long columns = database.number("""
                SELECT count(*) FROM information_schema.columns
                WHERE table_schema = 'public' AND column_name IN ('payload', 'metadata') AND data_type = 'bytea'
                """);
        if (columns != 2) {
            throw new IllegalStateException("Payload and metadata are not both bytea");
        }
    }

    @Override
    public void append(Attestations.Command command) {
        List<TaggedEventMessage<?>> events = command.events().stream()
                .<TaggedEventMessage<?>>map(Axon5Contestant::withAggregateOnly)
                .collect(Collectors.toList());
        engine.appendEvents(AppendCondition.none(), null, events)
                .thenCompose(transaction -> SteleContestant.commit(transaction))
                .join();
    }

    private static TaggedEventMessage<?> withAggregateOnly(TaggedEventMessage<?> event) {
        Tag aggregate = event.tags().stream()
                .filter(tag -> tag.key().equals(Attestations.AGGREGATE))
                .findFirst()
                .orElseThrow();
        return new GenericTaggedEventMessage<>(event.event(), Set.of(aggregate));
    }

    @Override
    public long recorded() throws SQLException {
        return database.count("aggregateevententry");
    }

    @Override
    public void close() {
        engine.close();
        factory.close();
        pool.close();
    }
}
