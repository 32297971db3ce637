package org.stele.benchmarks;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.axonframework.eventsourcing.eventstore.AnnotationBasedTagResolver;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.stele.benchmarks.Load.Submitter;
import org.stele.events.EventJson;
import org.stele.events.MemberState;
import org.stele.events.StateEvent;
import org.stele.events.types.EventTypes;
import org.stele.eventstore.append.Sequencer;
import org.stele.eventstore.append.postgres.PostgresStore;
import org.stele.eventstore.axon.LedgerConverter;
import org.stele.eventstore.axon.LedgerEventStorageEngine;
import org.stele.eventstore.read.LedgerReader;
import org.stele.eventstore.read.LedgerSignal;
import org.stele.query.view.Board;
import org.stele.query.view.States;
import org.stele.web.page.ViewPoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A ReadersBenchmark lets readers look at State files at the ledger's head, one look after the other, while writers append one
 * event after the other. What is looked at is never the same twice, because the head moves on.
 */
@Command(name = "readers", description = "State files at the head, read beside writers.")
final class ReadersBenchmark extends Benchmark {

    private static final int CONNECTIONS = 20;
    private static final LocalDate DAY = LocalDate.of(2020, 12, 31);
    private static final int BOARD_EVERY = 20;

    @Option(names = "--events", defaultValue = "50000", description = "Events in the ledger at the beginning.")
    long events;

    @Option(names = "--writers", defaultValue = "64", description = "Who append.")
    int writers;

    @Option(names = "--readers", defaultValue = "16", description = "Who look.")
    int readers;

    @Option(names = "--seconds", defaultValue = "15", description = "How long each is timed for.")
    int seconds;

    @Option(names = "--rounds", defaultValue = "3", description = "How often.")
    int rounds;

    @Option(names = "--seed", defaultValue = "1", description = "Of what is filed.")
    long seed;

    @Override
    String run() throws Exception {
        try (DurableServer server = DurableServer.start();
                LedgerDatabase database = LedgerDatabase.create(server, "readers")) {
            FiledLedger.fill(database, events, seed);
            try (ProjectedViews views = ProjectedViews.start(database, CONNECTIONS);
                    LedgerSignal signal = LedgerSignal.start(database.query(), Duration.ofSeconds(5));
                    Sequencer sequencer = PostgresStore.sequencer(database.command(), signal, LedgerDatabase.STATE_TAG)) {
                LedgerEventStorageEngine ledger = new LedgerEventStorageEngine(
                        new LedgerReader(views.pool()),
                        signal,
                        sequencer,
                        new DelegatingEventConverter(new LedgerConverter(EventJson.MAPPER)));
                views.awaitPosition(events);
                return Surroundings.of(server).markdown() + table(views, ledger);
            }
        }
    }

    private String table(ProjectedViews views, LedgerEventStorageEngine ledger) throws Exception {
        StringBuilder table = new StringBuilder("""

                | %s readers beside %s writers | reads/s | p50 ms | p99 ms | most ms | events/s |
                |---|---|---|---|---|---|
                """.formatted(readers, writers));
        for (int round = 0; round < rounds; round++) {
            int number = round;
            CompletableFuture<Load> written = CompletableFuture.supplyAsync(() ->
                    load(writers, writer -> writer(ledger, seed + 1_000L * number + writer + 1)));
            Load read = load(readers, reader -> reader(views, seed + reader));
            long[] nanos = read.latencies();
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %,.0f | %.1f | %.1f | %.1f | %,.0f |%n",
                    round == 0 ? "Cold" : "Warm",
                    read.rate().perSecond(),
                    Spread.percentile(nanos, 0.50) / 1e6,
                    Spread.percentile(nanos, 0.99) / 1e6,
                    nanos[nanos.length - 1] / 1e6,
                    written.get().rate().perSecond()));
        }
        return table.toString();
    }

    private Load load(int count, IntFunction<Submitter> submitter) {
        try {
            return Load.of(count, Duration.ofSeconds(seconds), submitter);
        } catch (Exception e) {
            throw new IllegalStateException("The load broke off", e);
        }
    }

    /** One look in some is at the board. */
    private static Submitter reader(ProjectedViews views, long seed) {
        States states = views.states();
        Board board = views.board();
        SplittableRandom random = new SplittableRandom(seed);
        MemberState[] all = MemberState.values();
        return () -> {
            ViewPoint point = new ViewPoint(DAY, DAY, states.head());
            if (random.nextInt(BOARD_EVERY) == 0) {
                board.files(point.treeSize()).at(point);
            } else {
                states.view(all[random.nextInt(all.length)], point);
            }
            return 1;
        };
    }

    private static Submitter writer(LedgerEventStorageEngine ledger, long seed) {
        AnnotationBasedTagResolver tags = new AnnotationBasedTagResolver();
        StateFilings filings = new StateFilings(seed, FiledLedger.LARGE, FiledLedger.LARGE_SHARE);
        return () -> {
            StateEvent event = filings.next(1).getFirst();
            MessageType type = new MessageType(
                    new QualifiedName(EventTypes.name(event.getClass())), EventTypes.version(event.getClass()));
            EventMessage message = new GenericEventMessage(type, event);
            List<TaggedEventMessage<?>> tagged =
                    List.of(new GenericTaggedEventMessage<EventMessage>(message, tags.resolve(message)));
            ledger.appendEvents(AppendCondition.none(), null, tagged)
                    .thenCompose(SteleContestant::commit)
                    .join();
            return 1;
        };
    }
}
