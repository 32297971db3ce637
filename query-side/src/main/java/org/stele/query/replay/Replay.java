package org.stele.query.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.events.NewYork;
import org.stele.events.Tags;
import org.stele.eventstore.damage.AcceptedDamage;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerBulkReader;
import org.stele.eventstore.read.LedgerBulkReader.RowConsumer;
import org.stele.eventstore.read.LedgerBulkReader.ScannedEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.statefile.LedgerEvent;
import org.stele.statefile.RedactedEvent;
import org.stele.statefile.StateFile;
import org.stele.statefile.StateFileBuilder;

/** Folds files from the ledger with the one fold, and each event only after it was compared with its leaf. */
public final class Replay {

    /** Events of one State read at once. */
    static final int PAGE = 1_000;

    private final LedgerReader ledger;
    private final LedgerBulkReader scan;
    private final EventDecoder decoder;

    public Replay(LedgerReader ledger, LedgerBulkReader scan, EventDecoder decoder) {
        this.ledger = ledger;
        this.scan = scan;
        this.decoder = decoder;
    }

    /** The file of one State at a size of the ledger, from its first event on. */
    public StateFileBuilder from(MemberState memberState, long upTo) {
        StateFileBuilder file = new StateFileBuilder(StateFile.empty(memberState));
        continueOne(file, memberState, 0, upTo);
        return file;
    }

    /**
     * Carries the file of one State from one position to another. An event that is missing among those that are read ends it with
     * {@link LedgerDamaged}; the last one does not show.
     */
    public void continueOne(StateFileBuilder file, MemberState memberState, long after, long upTo) {
        pages(memberState, after, upTo, page -> page.forEach(decoded -> apply(file, decoded)));
    }

    /** The events of one State between two positions, page after page, under the same conditions. */
    public void pages(MemberState memberState, long after, long upTo, Consumer<List<DecodedEvent>> pages) {
        Accepted accepted = new Accepted(ledger);
        if (accepted.hasDamage()) {
            // The tags of a damaged event may be missing or of another event: only its leaf names the State.
            scan.scan(after, upTo, stored -> {
                DecodedEvent decoded = decode(stored, accepted);
                if (decoded.memberState() == memberState) {
                    pages.accept(List.of(decoded));
                }
            });
            return;
        }
        String tag = Tags.MEMBER_STATE + "=" + memberState.iso3();
        List<StoredEvent> page = ledger.read(Selection.tag(tag), after, upTo, PAGE);
        if (page.isEmpty()) {
            return;
        }
        StateChain chain = new StateChain(memberState.iso3(), after == 0 ? null : ledger.last(tag, after));
        while (!page.isEmpty()) {
            pages.accept(
                    page.stream().map(stored -> read(stored, chain, accepted)).toList());
            page = page.size() < PAGE
                    ? List.of()
                    : ledger.read(Selection.tag(tag), page.getLast().position(), upTo, PAGE);
        }
    }

    private DecodedEvent read(StoredEvent stored, StateChain chain, Accepted accepted) {
        AcceptedDamage redaction = accepted.redaction(stored.position());
        if (redaction == null) {
            chain.require(stored);
            return decoder.decode(stored);
        }
        chain.requireLeaf(stored);
        return redacted(stored.position(), stored.recordedAt(), stored.state(), redaction);
    }

    /** Folds the next event of a State, or holds it back. */
    public static void apply(StateFileBuilder file, DecodedEvent decoded) {
        if (decoded.event() != null) {
            file.apply(decoded.event());
        } else if (decoded.unreadable() != null) {
            file.hold(decoded.position(), decoded.unreadable());
        }
    }

    /** The files of all States at a size of the ledger, folded on some threads beside the one that reads. */
    public LedgerFold all(long upTo, int threads) {
        return all(upTo, threads, _ -> {});
    }

    /**
     * The same.
     *
     * @param witness sees each event on the reading thread, in order
     */
    public LedgerFold all(long upTo, int threads, RowConsumer witness) {
        // Threads share the events by the State in the body, which a damaged or removed one does not tell.
        Accepted accepted = new Accepted(ledger);
        if (threads <= 1 || !accepted.isEmpty()) {
            LedgerFold folding = new LedgerFold();
            continueAll(folding, 0, upTo, witness);
            return folding;
        }
        try (ParallelLedgerFold shared = new ParallelLedgerFold(stored -> decode(stored, accepted), threads)) {
            scan.scan(0, upTo, stored -> {
                witness.take(stored);
                shared.take(stored);
            });
            return shared.join();
        }
    }

    /**
     * The files of some States, folded by the thread that reads, which notices itself when memory runs out; the empty one stands for
     * events that are about none.
     */
    public LedgerFold some(Set<Optional<MemberState>> states, long upTo) {
        Accepted accepted = new Accepted(ledger);
        LedgerFold folding = new LedgerFold();
        scan.scan(0, upTo, stored -> {
            if (states.contains(owner(stored, accepted))) {
                folding.apply(decode(stored, accepted));
            }
        });
        return folding;
    }

    /** For each State that has events, and for none, how many bytes their bodies have. */
    public Map<Optional<MemberState>, Long> bodyBytes(long upTo) {
        Accepted accepted = new Accepted(ledger);
        Map<Optional<MemberState>, Long> bytes = new HashMap<>();
        scan.scan(0, upTo, stored -> bytes.merge(owner(stored, accepted), (long) stored.bodyLength(), Long::sum));
        return bytes;
    }

    /** Whose an event is: the leaf says so of one whose body is damaged. */
    private static Optional<MemberState> owner(ScannedEvent stored, Accepted accepted) {
        return Optional.ofNullable(
                accepted.covers(stored.position()) ? stateOfLeaf(stored) : BodyTags.memberState(stored));
    }

    private static @Nullable MemberState stateOfLeaf(ScannedEvent stored) {
        return state(stored.requireLeaf());
    }

    private static @Nullable MemberState state(@Nullable String iso3) {
        return iso3 == null ? null : MemberState.find(iso3).orElse(null);
    }

    /** Carries files of all States from one position to another. */
    public void continueAll(LedgerFold folding, long after, long upTo) {
        continueAll(folding, after, upTo, _ -> {});
    }

    /** The same, with each event shown to a witness. */
    public void continueAll(LedgerFold folding, long after, long upTo, RowConsumer witness) {
        Accepted accepted = new Accepted(ledger);
        scan.scan(after, upTo, stored -> {
            witness.take(stored);
            folding.apply(decode(stored, accepted));
        });
    }

    /** Every event between two positions, in order. */
    public List<DecodedEvent> read(long after, long upTo) {
        List<ScannedEvent> stored = new ArrayList<>();
        scan.scan(after, upTo, stored::add);
        Accepted accepted = new Accepted(ledger);
        return stored.parallelStream().map(one -> decode(one, accepted)).toList();
    }

    /** An event is folded only if its leaf matches. Accepted damage holds back its State's file; a removed body leaves it out. */
    private DecodedEvent decode(ScannedEvent stored, Accepted accepted) {
        AcceptedDamage redaction = accepted.redaction(stored.position());
        if (redaction != null) {
            return redacted(stored.position(), stored.recordedAt(), stored.requireLeaf(), redaction);
        }
        try {
            stored.requireCommitted();
        } catch (LedgerDamaged damaged) {
            // Perhaps it was decided on since.
            AcceptedDamage decided = ledger.acceptedDamage().get(stored.position());
            if (decided == null) {
                throw damaged;
            }
            return decided.isRedaction()
                    ? redacted(stored.position(), stored.recordedAt(), stored.requireLeaf(), decided)
                    : new DecodedEvent(
                            stored.position(),
                            stateOfLeaf(stored),
                            null,
                            null,
                            "The event is damaged, and two persons accepted that.");
        }
        return decoder.decode(stored);
    }

    private static DecodedEvent redacted(
            long position, Instant recordedAt, @Nullable String iso3, AcceptedDamage redaction) {
        MemberState memberState = state(iso3);
        if (memberState == null) {
            return new DecodedEvent(position, null, null, null, null);
        }
        RedactedEvent event = new RedactedEvent(memberState, position, redaction.by());
        return new DecodedEvent(
                position, memberState, new LedgerEvent(position, NewYork.dayOf(recordedAt), event), event, null);
    }

    /** What two persons decided about single positions, as of one moment. */
    private static final class Accepted {

        private final Map<Long, AcceptedDamage> decisions;

        Accepted(LedgerReader ledger) {
            decisions = ledger.acceptedDamage();
        }

        boolean isEmpty() {
            return decisions.isEmpty();
        }

        boolean covers(long position) {
            return decisions.containsKey(position);
        }

        /** Whether stored bytes are others than those recorded, and not only missing. */
        boolean hasDamage() {
            return decisions.values().stream().anyMatch(decision -> !decision.isRedaction());
        }

        /** The order to remove the body of a position; null where there is none. */
        @Nullable
        AcceptedDamage redaction(long position) {
            AcceptedDamage decision = decisions.get(position);
            return decision != null && decision.isRedaction() ? decision : null;
        }
    }
}
