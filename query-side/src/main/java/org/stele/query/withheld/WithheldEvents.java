package org.stele.query.withheld;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.Tags;
import org.stele.events.attestation.AttestationAmended;
import org.stele.events.attestation.AttestationEvent;
import org.stele.events.attestation.AttestationPublished;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationWithheldAtRequest;
import org.stele.events.attestation.Visibility;
import org.stele.events.types.EventTypes;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.query.replay.EventDecoder;
import org.stele.statefile.LedgerEvent;

/**
 * The events of attestations that are withheld: the State asked for it, or the registrar did it at its request, and
 * nobody published the attestation since. All its later events are withheld with it.
 *
 * <p>The present state of the whole ledger decides, also for a view of an earlier size. Safe for all threads; memory
 * holds only the positions of withheld events.
 */
final class WithheldEvents {

    private static final int PAGE = 1_000;
    private static final String CONTEXT = "attestation.";

    private final LedgerReader ledger;
    private final EventDecoder decoder = new EventDecoder();
    private final Selection ofAttestations;
    private final Map<FilingId, List<Long>> positions = new HashMap<>();
    private final Set<Long> withheld = ConcurrentHashMap.newKeySet();
    private volatile long known;

    WithheldEvents(LedgerReader ledger) {
        this.ledger = ledger;
        this.ofAttestations = Selection.types(EventTypes.all().stream()
                .map(EventTypes::name)
                .filter(name -> name.startsWith(CONTEXT))
                .distinct()
                .toArray(String[]::new));
    }

    boolean contains(long position) {
        if (position > known) {
            readUpToHead();
        }
        return withheld.contains(position);
    }

    /** Adds the events recorded since; concurrent callers share one read. */
    synchronized void readUpToHead() {
        long head = ledger.head();
        while (known < head) {
            List<StoredEvent> read = ledger.read(ofAttestations, known, head, PAGE);
            read.forEach(this::take);
            known = read.size() < PAGE ? head : read.getLast().position();
        }
    }

    private void take(StoredEvent stored) {
        LedgerEvent recorded = decoder.decode(stored).event();
        if (recorded != null && recorded.event() instanceof AttestationEvent event) {
            take(stored.position(), event);
        } else if (saysWithheld(stored)) {
            withheld.add(stored.position());
        }
    }

    /** An unreadable event is withheld if its bytes concern withholding or a filing that is withheld. */
    private boolean saysWithheld(StoredEvent unreadable) {
        String body = new String(unreadable.body(), StandardCharsets.UTF_8);
        return body.contains(Visibility.WITHHELD.name())
                || positions.keySet().stream().anyMatch(attestation -> body.contains(attestation.toString()));
    }

    private void take(long position, AttestationEvent event) {
        Boolean asked = asksToWithhold(event);
        if (asked != null && asked) {
            withhold(event.attestation(), position);
        } else if (asked != null) {
            publish(event.attestation());
        } else if (positions.containsKey(event.attestation())) {
            add(event.attestation(), position);
        }
    }

    /** Null for an event that changes nothing; an amendment by the State does not publish what was withheld. */
    private static @Nullable Boolean asksToWithhold(AttestationEvent event) {
        return switch (event) {
            case AttestationSubmitted e when e.content().visibility() == Visibility.WITHHELD -> true;
            case AttestationAmended e when e.content().visibility() == Visibility.WITHHELD -> true;
            case AttestationWithheldAtRequest _ -> true;
            case AttestationPublished _ -> false;
            default -> null;
        };
    }

    private void withhold(FilingId attestation, long position) {
        if (!positions.containsKey(attestation)) {
            earlier(attestation, position).forEach(before -> add(attestation, before));
        }
        add(attestation, position);
    }

    private List<Long> earlier(FilingId attestation, long position) {
        Selection ofIt = Selection.tag(Tags.ATTESTATION + "=" + attestation);
        List<Long> all = new ArrayList<>();
        List<StoredEvent> read;
        long after = 0;
        do {
            read = ledger.read(ofIt, after, position - 1, PAGE);
            read.forEach(event -> all.add(event.position()));
            after = read.isEmpty() ? after : read.getLast().position();
        } while (read.size() == PAGE);
        return all;
    }

    private void add(FilingId attestation, long position) {
        positions.computeIfAbsent(attestation, any -> new ArrayList<>()).add(position);
        withheld.add(position);
    }

    private void publish(FilingId attestation) {
        List<Long> ofIt = positions.remove(attestation);
        if (ofIt != null) {
            ofIt.forEach(withheld::remove);
        }
    }
}
