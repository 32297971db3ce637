package org.stele.benchmarks.axon4;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An Axon4Append records events durably. It speaks in types of the JDK, so that two class loaders can share it. */
public interface Axon4Append {

    /** One event; its payload is written as JSON. */
    record Event(String id, long sequence, Object payload, Map<String, String> metadata, Instant at) {}

    /** Records the events of one aggregate in one transaction, and returns when they are durable. */
    void append(String aggregateType, String aggregateId, List<Event> events);
}
