package org.stele.command.screening.listversions;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.command.reading.RecordedPayload;
import org.stele.command.screening.list.ListRecord;
import org.stele.events.Sha256Digest;
import org.stele.events.Tags;
import org.stele.events.screening.ListEvent;
import org.stele.events.screening.ListVersionLoaded;
import org.stele.events.screening.ListVersionRejected;
import org.stele.events.screening.ListVersionReleased;
import org.stele.events.screening.list.ListStatus;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;

/**
 * The list versions on record. A version is never changed, so that what was read of one stays true; each question reads
 * the ledger on from where the last ended. Safe for all threads.
 */
public final class ListVersions {

    /** A version has a thousand entries; those searched lately are kept. */
    private static final int MAX_KEPT = 8;

    private static final int PAGE = 20;
    private static final Selection LIST_EVENTS = Selection.tag(Tags.LIST + "=" + ListRecord.LIST);

    private final LedgerReader ledger;
    private final Map<Sha256Digest, Long> positions = new HashMap<>();
    private final Map<Sha256Digest, ListedEntries> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Sha256Digest, ListedEntries> eldest) {
            return size() > MAX_KEPT;
        }
    };
    private @Nullable Sha256Digest current;
    private long seen;

    public ListVersions(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** Whether the version was loaded, whatever became of it. */
    public synchronized boolean knows(Sha256Digest sha256) {
        return positions.containsKey(sha256) || readOn().containsKey(sha256);
    }

    /** The entries of a version; null where it was not loaded. */
    public synchronized @Nullable ListedEntries find(Sha256Digest sha256) {
        return knows(sha256) ? entries(sha256) : null;
    }

    /** The entries of the version that stands; null before the first. */
    public synchronized @Nullable ListedEntries current() {
        readOn();
        return current == null ? null : entries(current);
    }

    /**
     * The version of which a screener told the digest of the digest, as Watchman does; null where none is on record.
     *
     * @param hex the SHA-256 of the 32 bytes of the SHA-256
     */
    public synchronized @Nullable Sha256Digest withDigestOfDigest(String hex) {
        return readOn().keySet().stream()
                .filter(sha256 -> Sha256Digest.of(HexFormat.of().parseHex(sha256.hex()))
                        .hex()
                        .equalsIgnoreCase(hex))
                .findFirst()
                .orElse(null);
    }

    private Map<Sha256Digest, Long> readOn() {
        long head = ledger.head();
        while (seen < head) {
            List<StoredEvent> page = ledger.read(LIST_EVENTS, seen, head, PAGE);
            for (StoredEvent stored : page) {
                if (RecordedPayload.of(stored) instanceof ListEvent event) {
                    note(event, stored.position());
                }
                seen = stored.position();
            }
            if (page.size() < PAGE) {
                seen = head;
            }
        }
        return positions;
    }

    private void note(ListEvent event, long position) {
        switch (event) {
            case ListVersionLoaded loaded -> {
                positions.put(loaded.sha256(), position);
                if (loaded.status() == ListStatus.CURRENT) {
                    current = loaded.sha256();
                }
            }
            case ListVersionReleased released -> current = released.sha256();
            case ListVersionRejected _ -> {}
        }
    }

    private ListedEntries entries(Sha256Digest sha256) {
        return kept.computeIfAbsent(sha256, this::read);
    }

    private ListedEntries read(Sha256Digest sha256) {
        Long position = positions.get(sha256);
        StoredEvent stored = position == null ? null : ledger.at(position);
        if (stored != null && RecordedPayload.of(stored) instanceof ListVersionLoaded event) {
            return ListedEntries.of(event);
        }
        throw new LedgerDamaged("Position %s does not hold list version %s".formatted(position, sha256.hex()));
    }
}
