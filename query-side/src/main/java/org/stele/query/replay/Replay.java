package org.stele.query.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stele.events.MemberState;
import org.stele.events.Tags;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerBulkReader;
import org.stele.eventstore.read.LedgerBulkReader.RowConsumer;
import org.stele.eventstore.read.LedgerBulkReader.ScannedEvent;
import org.stele.eventstore.read.LedgerReader;
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
        if (!ledger.acceptedDamage().isEmpty()) {
            // The tags of a damaged event may be missing or of another event: only its leaf names the State.
            scan.scan(after, upTo, stored -> {
                DecodedEvent decoded = decode(stored);
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
            page.forEach(chain::require);
            pages.accept(page.stream().map(decoder::decode).toList());
            page = page.size() < PAGE
                    ? List.of()
                    : ledger.read(Selection.tag(tag), page.getLast().position(), upTo, PAGE);
        }
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
        // Threads share the events by the State in the body, which a damaged one does not tell.
        if (threads <= 1 || !ledger.acceptedDamage().isEmpty()) {
            LedgerFold folding = new LedgerFold();
            continueAll(folding, 0, upTo, witness);
            return folding;
        }
        try (ParallelLedgerFold shared = new ParallelLedgerFold(this::decode, threads)) {
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
        Set<Long> damaged = ledger.acceptedDamage().keySet();
        LedgerFold folding = new LedgerFold();
        scan.scan(0, upTo, stored -> {
            if (states.contains(owner(stored, damaged))) {
                folding.apply(decode(stored));
            }
        });
        return folding;
    }

    /** For each State that has events, and for none, how many bytes their bodies have. */
    public Map<Optional<MemberState>, Long> bodyBytes(long upTo) {
        Set<Long> damaged = ledger.acceptedDamage().keySet();
        Map<Optional<MemberState>, Long> bytes = new HashMap<>();
        scan.scan(0, upTo, stored -> bytes.merge(owner(stored, damaged), (long) stored.bodyLength(), Long::sum));
        return bytes;
    }

    /** Whose an event is: the leaf says so of one whose body is damaged. */
    private static Optional<MemberState> owner(ScannedEvent stored, Set<Long> damaged) {
        return Optional.ofNullable(
                damaged.contains(stored.position()) ? stateOfLeaf(stored) : BodyTags.memberState(stored));
    }

    private static @Nullable MemberState stateOfLeaf(ScannedEvent stored) {
        String iso3 = stored.requireLeaf();
        return iso3 == null ? null : MemberState.find(iso3).orElse(null);
    }

    /** Carries files of all States from one position to another. */
    public void continueAll(LedgerFold folding, long after, long upTo) {
        continueAll(folding, after, upTo, _ -> {});
    }

    /** The same, with each event shown to a witness. */
    public void continueAll(LedgerFold folding, long after, long upTo, RowConsumer witness) {
        scan.scan(after, upTo, stored -> {
            witness.take(stored);
            folding.apply(decode(stored));
        });
    }

    /** Every event between two positions, in order. */
    public List<DecodedEvent> read(long after, long upTo) {
        List<ScannedEvent> stored = new ArrayList<>();
        scan.scan(after, upTo, stored::add);
        return stored.parallelStream().map(this::decode).toList();
    }

    /** An event is folded only if its leaf matches. Accepted damage holds back its State's file. */
    private DecodedEvent decode(ScannedEvent stored) {
        try {
            stored.requireCommitted();
        } catch (LedgerDamaged damaged) {
            if (!ledger.acceptedDamage().containsKey(stored.position())) {
                throw damaged;
            }
            return new DecodedEvent(
                    stored.position(),
                    stateOfLeaf(stored),
                    null,
                    null,
                    "The event is damaged, and two persons accepted that.");
        }
        return decoder.decode(stored);
    }
}
