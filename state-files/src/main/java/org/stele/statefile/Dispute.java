package org.stele.statefile;

import org.jspecify.annotations.Nullable;
import org.stele.events.MonitoringBody;
import org.stele.events.PartialDate;

/** One dispute of a claim by a monitoring body. It may be older than the claim. */
public record Dispute(
        MonitoringBody by, PartialDate disputed, @Nullable String reason, long position) implements Fact {}
