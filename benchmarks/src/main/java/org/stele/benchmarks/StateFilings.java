package org.stele.benchmarks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.StateEvent;

/**
 * A StateFilings generates events that all count in State files, ordered only within each record: attestations with receipt and
 * publication, some amended, withdrawn or asked about, notices, arrivals and baselines, claims with disputes, evidence, and
 * explanations. Most figures agree with the State's {@link Roster}. One State has a fixed share. Events that a file ignores are
 * left out: a real ledger holds many, and is faster for it. Verdicts are left out too: they need a whole screening each.
 */
final class StateFilings {

    private final SplittableRandom random;
    private final MemberState large;
    private final double largeShare;
    private final FiledAttestations attestations;
    private final FiledMovements movements;
    private final FiledStatements statements;
    private final Map<MemberState, Waiting> waiting = new EnumMap<>(MemberState.class);

    /**
     * What is still to be recorded about records of one State.
     *
     * @param next follows at once
     * @param later follows some time
     */
    record Waiting(Queue<StateEvent> next, Queue<StateEvent> later) {}

    /** @param largeShare the share of all events that is about one large State */
    StateFilings(long seed, MemberState large, double largeShare) {
        this.random = new SplittableRandom(seed);
        this.large = large;
        this.largeShare = largeShare;
        attestations = new FiledAttestations(random);
        movements = new FiledMovements(random);
        statements = new FiledStatements(random);
    }

    List<StateEvent> next(int count) {
        List<StateEvent> events = new ArrayList<>(count);
        while (events.size() < count) {
            events.add(next());
        }
        return events;
    }

    private StateEvent next() {
        MemberState state = random.nextDouble() < largeShare
                ? large
                : MemberState.values()[random.nextInt(MemberState.values().length)];
        Waiting open = waiting.computeIfAbsent(state, _ -> new Waiting(new ArrayDeque<>(), new ArrayDeque<>()));
        StateEvent followUp = open.next().poll();
        if (followUp == null && random.nextInt(10) < 4) {
            followUp = open.later().poll();
        }
        return followUp == null ? first(state, open) : followUp;
    }

    private StateEvent first(MemberState state, Waiting open) {
        int kind = random.nextInt(100);
        if (kind < 35) {
            return attestations.next(state, open);
        }
        if (kind < 85) {
            return movements.next(state, open);
        }
        return statements.next(state, open);
    }

    static FilingId id(SplittableRandom random) {
        return new FilingId(new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | 1L << 63));
    }
}
