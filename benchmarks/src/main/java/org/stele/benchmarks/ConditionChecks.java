package org.stele.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.stele.events.Tags;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.read.LedgerReader;

/**
 * A ConditionChecks measures append conditions of several kinds: batches of commands are submitted at once, and their
 * time is compared with that of the same batches without conditions.
 */
final class ConditionChecks {

    /** Older than everything that an engine keeps in memory. */
    private static final long LONG_AGO = 100_000;

    private static final int SAMPLES = 2_000;
    private static final Tag HOT_TAG = new Tag(Tags.MEMBER_STATE, SourcingBenchmark.HOT.iso3());

    private enum Kind {
        NONE("no condition"),
        RECENT_COLD("recent marker, cold tag"),
        RECENT_HOT("recent marker, hot tag"),
        OLD_COLD("old marker, cold tag"),
        OLD_HOT("old marker, hot tag: refused"),
        OLD_HOT_PASSED("old marker, hot tag and a type that never came: every entry is read");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        boolean isRefused() {
            return this == OLD_HOT;
        }
    }

    private final LedgerDatabase database;
    private final int rounds;
    private final int batch;
    private final SplittableRandom random;
    private final Attestations attestations;

    ConditionChecks(LedgerDatabase database, int rounds, int batch, long seed) {
        this.database = database;
        this.rounds = rounds;
        this.batch = batch;
        this.random = new SplittableRandom(seed);
        // Another seed than the ledger's, whose ids would repeat.
        this.attestations = new Attestations(~seed);
    }

    String markdown() {
        Map<Kind, double[]> millis = new LinkedHashMap<>();
        try (HikariDataSource pool = database.readingPool();
                SteleContestant stele = new SteleContestant(database, pool)) {
            List<Tag> cold = coldTags(new LedgerReader(pool));
            for (int round = -2; round < rounds; round++) {
                for (Kind kind : Kind.values()) {
                    double elapsed = time(stele, kind, cold);
                    if (round >= 0) {
                        millis.computeIfAbsent(kind, key -> new double[rounds])[round] = elapsed;
                    }
                }
            }
        }
        return String.format(
                Locale.ROOT,
                """
                | Condition, %,d in a batch | Batch, ms | More than without, µs a check |
                |---|---:|---:|
                %s
                """,
                batch,
                millis.keySet().stream().map(kind -> line(kind, millis)).collect(Collectors.joining("\n")));
    }

    /**
     * A refused command writes nothing, so all of its time counts; of the others only the difference to the
     * unconditional batch.
     */
    private String line(Kind kind, Map<Kind, double[]> millis) {
        double[] own = Objects.requireNonNull(millis.get(kind));
        double[] without = Objects.requireNonNull(millis.get(Kind.NONE));
        DoubleStream micros = IntStream.range(0, rounds)
                .mapToDouble(round -> (own[round] - (kind.isRefused() ? 0 : without[round])) * 1e3 / batch);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s |",
                kind.title,
                Spread.of(DoubleStream.of(own)).text("%.1f"),
                kind == Kind.NONE ? "" : Spread.of(micros).text("%.1f"));
    }

    /** Tags of single filings, from the whole ledger except its latest part. */
    private List<Tag> coldTags(LedgerReader reader) {
        long head = reader.head();
        long longAgo = longAgo(head);
        return IntStream.range(0, SAMPLES)
                .mapToObj(i -> Objects.requireNonNull(reader.at(1 + random.nextLong(longAgo))))
                .flatMap(stored -> stored.tags().stream())
                .filter(tag -> tag.startsWith(Tags.ATTESTATION) || tag.startsWith(Tags.NOTICE))
                .filter(tag -> reader.read(Selection.tag(tag), longAgo, head, 1).isEmpty())
                .map(tag -> new Tag(tag.substring(0, tag.indexOf('=')), tag.substring(tag.indexOf('=') + 1)))
                .toList();
    }

    /** In a small ledger its middle. */
    private static long longAgo(long head) {
        return head - Math.min(LONG_AGO, head / 2);
    }

    private double time(SteleContestant stele, Kind kind, List<Tag> cold) {
        long head = stele.recorded();
        Function<Attestations.Command, AppendCondition> condition = command -> condition(kind, head, cold);
        List<Attestations.Command> commands = new ArrayList<>();
        for (int i = 0; i < batch; i++) {
            Attestations.Command command = attestations.next(head);
            commands.add(new Attestations.Command(
                    command.aggregate(),
                    condition.apply(command),
                    command.events().subList(0, 1)));
        }
        long before = System.nanoTime();
        List<CompletableFuture<Boolean>> outcomes = commands.stream()
                .map(command -> stele.begin(command).handle((marker, failure) -> failure == null))
                .toList();
        long accepted = outcomes.stream().filter(CompletableFuture::join).count();
        double elapsed = (System.nanoTime() - before) / 1e6;
        if (accepted != (kind.isRefused() ? 0 : batch)) {
            throw new CompletionException(accepted + " of " + batch + " were accepted with " + kind.title, null);
        }
        return elapsed;
    }

    private AppendCondition condition(Kind kind, long head, List<Tag> cold) {
        long longAgo = longAgo(head);
        Tag coldTag = cold.get(random.nextInt(cold.size()));
        return switch (kind) {
            case NONE -> AppendCondition.none();
            case RECENT_COLD -> after(head, EventCriteria.havingTags(coldTag));
            case RECENT_HOT -> after(head, EventCriteria.havingTags(HOT_TAG));
            case OLD_COLD -> after(longAgo, EventCriteria.havingTags(coldTag));
            case OLD_HOT -> after(longAgo, EventCriteria.havingTags(HOT_TAG));
            case OLD_HOT_PASSED ->
                after(
                        longAgo,
                        EventCriteria.havingTags(HOT_TAG)
                                .andBeingOneOfTypes(new QualifiedName("attestation", "AttestationForgotten")));
        };
    }

    private static AppendCondition after(long position, EventCriteria criteria) {
        return AppendCondition.withCriteria(criteria).withMarker(new GlobalIndexConsistencyMarker(position));
    }
}
