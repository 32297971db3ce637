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
import org.stele.events.Audience;
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
import org.stele.query.view.States;
import org.stele.web.page.ViewPoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A ReadersBenchmark lets readers request State files at the ledger's head, one after another, while writers append
 * events. No request repeats an earlier one, because the head moves on.
 */
@Command(name = "readers", description = "State files at the head, read beside writers.")
final class ReadersBenchmark extends Benchmark {

    private static final int CONNECTIONS = 20;
    private static final LocalDate DAY = LocalDate.of(2020, 12, 31);

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
                    LedgerSignal signal = LedgerSignal.start(database.projection(), Duration.ofSeconds(5));
                    Sequencer sequencer =
                            PostgresStore.sequencer(database.command(), signal, LedgerDatabase.STATE_TAG)) {
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

                | Beside %s writers | reads/s | p50 ms | p99 ms | most ms | events/s |
                |---|---|---|---|---|---|
                """.formatted(writers));
        for (int round = 0; round < rounds; round++) {
            long ofRound = seed + 1_000L * round;
            CompletableFuture<Load> written =
                    CompletableFuture.supplyAsync(() -> load(writers, writer -> writer(ledger, ofRound + writer + 1)));
            CompletableFuture<Load> boards = CompletableFuture.supplyAsync(() -> load(1, _ -> board(views)));
            Load files = watched(round > 0, () -> load(readers - 1, reader -> file(views, seed + reader)));
            String when = round == 0 ? "Cold" : "Warm";
            double events = written.get().rate().perSecond();
            table.append(row(when + ": %s read State files".formatted(readers - 1), files, events));
            table.append(row(when + ": one reads the board", boards.get(), events));
        }
        return table.toString();
    }

    private static String row(String who, Load read, double events) {
        long[] nanos = read.latencies();
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.1f | %.1f | %.1f | %,.0f |%n",
                who,
                read.rate().perSecond(),
                Spread.percentile(nanos, 0.50) / 1e6,
                Spread.percentile(nanos, 0.99) / 1e6,
                nanos[nanos.length - 1] / 1e6,
                events);
    }

    private Load load(int count, IntFunction<Submitter> submitter) {
        try {
            return Load.of(count, Duration.ofSeconds(seconds), submitter);
        } catch (Exception e) {
            throw new IllegalStateException("The load broke off", e);
        }
    }

    private static Submitter file(ProjectedViews views, long seed) {
        States states = views.states();
        SplittableRandom random = new SplittableRandom(seed);
        MemberState[] all = MemberState.values();
        return () -> {
            states.view(all[random.nextInt(all.length)], new ViewPoint(DAY, DAY, states.head(), Audience.AUDIT));
            return 1;
        };
    }

    private static Submitter board(ProjectedViews views) {
        return () -> {
            ViewPoint point = new ViewPoint(DAY, DAY, views.states().head(), Audience.AUDIT);
            views.board().files(point).each((_, view) -> view.flags());
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
