package org.stele.verifier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Leaf;
import org.stele.ledger.note.Trusted;

/**
 * Brackets are the times between which witnesses place events: after one had cosigned a ledger without them, and before
 * one cosigned a ledger with them.
 */
final class Brackets {

    /** The usual delay of signing; a longer one is reported. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final TreeMap<Long, Trusted> witnessed = new TreeMap<>();
    private final TreeMap<Long, Long> eventCounts = new TreeMap<>();
    private long unbracketed;
    private long backdated;

    /**
     * A Bracket holds some of the events.
     *
     * @param notBefore when a witness still knew a ledger without them; null without an earlier checkpoint
     * @param by when a witness had cosigned a ledger with them
     */
    record Bracket(
            long from, long to, long events, @Nullable Instant notBefore, Instant by) {}

    void add(Trusted checkpoint) {
        if (checkpoint.witnessed() && !checkpoint.cosignatures().isEmpty()) {
            witnessed.put(checkpoint.checkpoint().size(), checkpoint);
        }
    }

    void event(Leaf leaf) {
        Long size = witnessed.ceilingKey(leaf.position());
        if (size == null) {
            unbracketed++;
            return;
        }
        eventCounts.merge(size, 1L, Long::sum);
        boolean backdates = notBefore(size)
                .filter(still -> leaf.recordedAt().plus(TOLERANCE).isBefore(still))
                .isPresent();
        backdated += backdates ? 1 : 0;
    }

    private Optional<Instant> notBefore(long size) {
        return Optional.ofNullable(witnessed.lowerEntry(size))
                .flatMap(entry -> entry.getValue().cosignatures().stream()
                        .map(Trusted.Witnessed::at)
                        .max(Instant::compareTo));
    }

    List<Bracket> list() {
        List<Bracket> brackets = new ArrayList<>();
        for (Map.Entry<Long, Long> entry : eventCounts.entrySet()) {
            long size = entry.getKey();
            Long before = witnessed.lowerKey(size);
            Trusted checkpoint = witnessed.ceilingEntry(size).getValue();
            Instant by = checkpoint.cosignatures().stream()
                    .map(Trusted.Witnessed::at)
                    .min(Instant::compareTo)
                    .orElseThrow();
            brackets.add(new Bracket(
                    before == null ? 1 : before + 1,
                    size,
                    entry.getValue(),
                    notBefore(size).orElse(null),
                    by));
        }
        return brackets;
    }

    /** The number of events that no witnessed checkpoint covers. */
    long unbracketed() {
        return unbracketed;
    }

    /** The number of events whose recording time is well before a witness still saw the ledger without them. */
    long backdated() {
        return backdated;
    }
}
