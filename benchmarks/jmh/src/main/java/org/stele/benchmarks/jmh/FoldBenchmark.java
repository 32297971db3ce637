package org.stele.benchmarks.jmh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.stele.benchmarks.Filings;
import org.stele.events.EventJson;
import org.stele.events.MemberState;
import org.stele.events.StateEvent;
import org.stele.statefile.LedgerEvent;
import org.stele.statefile.StateFile;

/** The fold of a State's events into its file, with and without the reading of their JSON. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FoldBenchmark {

    private static final LocalDate DAY = LocalDate.of(2020, 3, 20);
    private static final MemberState MEMBER_STATE = MemberState.NOR;

    @Param({"100", "1000"})
    int events;

    private final List<LedgerEvent> parsed = new ArrayList<>();
    private final List<byte[]> payloads = new ArrayList<>();

    @Setup
    public void file() {
        Filings filings = new Filings(1);
        for (int position = 1; position <= events; position++) {
            StateEvent event = filings.next(MEMBER_STATE);
            parsed.add(new LedgerEvent(position, DAY, event));
            payloads.add(EventJson.MAPPER.writeValueAsBytes(event));
        }
    }

    @Benchmark
    public StateFile fold() {
        return StateFile.empty(MEMBER_STATE).evolve(parsed);
    }

    @Benchmark
    public StateFile readAndFold() {
        List<LedgerEvent> read = new ArrayList<>(events);
        for (int i = 0; i < events; i++) {
            StateEvent event = EventJson.MAPPER.readValue(
                    payloads.get(i), parsed.get(i).event().getClass());
            read.add(new LedgerEvent(i + 1L, DAY, event));
        }
        return StateFile.empty(MEMBER_STATE).evolve(read);
    }
}
