package org.stele.eventstore.event;

/** The rows of the two tables that can be recomputed from the events: tag index and commands. */
public final class IndexRows {

    /** The most events of one command. */
    public static final int MAX_EVENTS_A_COMMAND = 10_000;

    private IndexRows() {}

    /** A TagRow is one entry of the tag index: that an event has a tag and a type. */
    public record TagRow(long tag, long position, int type) {}

    /** A CommandRow is one row of the command table. */
    public record CommandRow(CommandKey key, long firstPosition, int eventCount) {}
}
