package org.stele.command.custody.accesslog;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stele.command.entry.CommandContext;
import org.stele.command.entry.Commands;
import org.stele.command.reading.RecordedPayload;
import org.stele.events.Actor;
import org.stele.events.CommandId;
import org.stele.events.NewYork;
import org.stele.events.Role;
import org.stele.events.Sha256Digest;
import org.stele.events.custody.AccessLogDigested;
import org.stele.events.types.EventTypes;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.identity.accesslog.AccessChain;
import org.stele.identity.accesslog.AccessLogChanged;
import org.stele.identity.accesslog.AccessRows;
import org.stele.identity.accesslog.HourDigest;

/**
 * Closes the hours of the access log that are over, also those that passed while nothing ran. It keeps nothing: what was recorded
 * last is read from the ledger. Of several nodes that do so at once, the ledger takes the digest of one; the others find it.
 */
final class AccessLogDigester {

    /** How long after its end an hour is closed: until then no batch of it is still being written. */
    static final Duration GRACE = Duration.ofMinutes(10);

    private static final Actor PROGRAM = new Actor("stele", Role.CUSTODIAN, null);
    private static final Selection DIGESTS = Selection.types(EventTypes.name(AccessLogDigested.class));
    private static final int PAGE = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(AccessLogDigester.class);

    private final LedgerReader ledger;
    private final AccessRows rows;
    private final AccessChain chain;
    private final Commands commands;
    private final Clock clock;
    private final Duration grace;
    private long position;
    private @Nullable HourDigest last;
    private volatile String changed = "";

    AccessLogDigester(LedgerReader ledger, AccessRows rows, Commands commands, Clock clock, Duration grace) {
        this.ledger = ledger;
        this.rows = rows;
        this.chain = new AccessChain(rows);
        this.commands = commands;
        this.clock = clock;
        this.grace = grace;
    }

    /** What of the log is not as it was written; empty where nothing was found. */
    String changed() {
        return changed;
    }

    /** One round; on one thread at a time. What fails is tried again at the next one. */
    void digest() {
        try {
            Optional<HourDigest> next = next();
            while (next.isPresent()) {
                record(next.get());
                next = next();
            }
            changed = "";
        } catch (AccessLogChanged e) {
            if (!changed.equals(e.getMessage())) {
                LOG.error("The access log was changed, and no digest of it is recorded: {}", e.getMessage());
            }
            changed = String.valueOf(e.getMessage());
        }
    }

    private Optional<HourDigest> next() {
        readOn();
        return chain.next(last, rows.closedUntil(grace));
    }

    private void readOn() {
        long head = ledger.head();
        List<StoredEvent> events;
        do {
            events = ledger.read(DIGESTS, position, head, PAGE);
            for (StoredEvent stored : events) {
                // No decision uses a body that its leaf does not commit to.
                if (!stored.isIntact() && ledger.acceptedDamage().containsKey(stored.position())) {
                    continue;
                }
                AccessLogDigested event = (AccessLogDigested) Objects.requireNonNull(RecordedPayload.of(stored));
                last = new HourDigest(
                        event.hour(), event.firstRow(), event.lastRow(), event.rowsSha256(), event.lastRowSha256());
            }
            position = events.size() < PAGE ? head : events.getLast().position();
        } while (events.size() == PAGE);
    }

    private void record(HourDigest hour) {
        // An id that could be foreseen could be used up by whom the log watches. The handler sees to it that each hour
        // comes once.
        CommandContext entry = new CommandContext(PROGRAM, new CommandId(UUID.randomUUID()), NewYork.today(clock));
        commands.send(
                new RecordAccessLogDigest(
                        entry, hour.hour(), hour.first(), hour.last(), hour.digest(), hour.lastHash()),
                Sha256Digest.of(hour.toString().getBytes(StandardCharsets.US_ASCII)));
    }
}
