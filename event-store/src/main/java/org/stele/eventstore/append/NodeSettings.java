package org.stele.eventstore.append;

import java.time.Duration;
import java.time.InstantSource;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.guard.ClockKeeper;
import org.stele.eventstore.guard.Durability;
import org.stele.eventstore.guard.Time;
import org.stele.eventstore.guard.WriteGate;

/**
 * A NodeSettings is what a node's sequencer is configured with.
 *
 * @param stateTag the key of the tag that names the State an event is about
 * @param writeGate while it is closed, commands are refused
 * @param maxWaiting commands that may wait
 * @param durability the settings that the database must have
 * @param longestIdle the longest time that may have passed since the last event when this node starts
 */
public record NodeSettings(
        StateTag stateTag, WriteGate writeGate, int maxWaiting, Durability durability, Duration longestIdle) {

    /** Three years: a ledger may be idle for long, and a clock that is wrong is usually wrong by more. */
    public static final Duration LONGEST_IDLE = Duration.ofDays(1_096);

    /** The defaults, for a node without other keepers. */
    public static NodeSettings defaults(StateTag stateTag) {
        return new NodeSettings(
                stateTag, new WriteGate(), Sequencer.MAX_WAITING, Durability.configured(), LONGEST_IDLE);
    }

    /** A keeper that has seen no time yet. */
    public ClockKeeper clockKeeper() {
        return new ClockKeeper(writeGate, Time.SYSTEM, InstantSource.system(), longestIdle);
    }
}
