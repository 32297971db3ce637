package org.stele.query.across;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stele.events.Audience;
import org.stele.events.MemberState;
import org.stele.events.Tags;
import org.stele.events.custody.CustodyMatter;
import org.stele.events.seal.Seals;
import org.stele.eventstore.damage.AcceptedDamage;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerBulkReader;
import org.stele.eventstore.read.LedgerBulkReader.ScannedEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.keys.KeySettings;
import org.stele.keys.SubjectKeys;
import org.stele.query.replay.DecodedEvent;
import org.stele.query.replay.EventDecoder;
import org.stele.statefile.StateFile;
import org.stele.statefile.across.AcrossStates;
import org.stele.statefile.across.SubjectIndex;
import org.stele.web.page.ViewPoint;

/**
 * Which events name the same subjects, in memory and by tags alone. Nothing of it is stored: it is read from the events when a view
 * first asks, and after that only the events since, so that it is right at every size of the ledger. Safe for all threads.
 */
public final class SubjectRegister {

    private static final Logger LOG = LoggerFactory.getLogger(SubjectRegister.class);

    /** Events decoded at once, on several threads. */
    private static final int BATCH = 5_000;

    private static final String NO_KEY = "unsealed by nobody";

    private static final Selection SHREDDINGS = Selection.tag(Tags.CUSTODY + "=" + CustodyMatter.SHREDDING);

    private final LedgerBulkReader scan;
    private final LedgerReader ledger;
    private final KeySettings settings;
    private final EventDecoder decoder = new EventDecoder();
    private @Nullable Seals seals;
    private SubjectIndex index = new SubjectIndex(null);
    private @Nullable Seals indexedUnder;
    private long known;
    /** The position up to which shreddings are known. */
    private long followed;

    private long shreddingsCount;

    /** @param settings of the keys under which references are sealed; they may come later, or never */
    public SubjectRegister(LedgerBulkReader scan, LedgerReader ledger, KeySettings settings) {
        this.scan = scan;
        this.ledger = ledger;
        this.settings = settings;
    }

    /**
     * What the view of an audience reads of other States' files; null for one that is not told what they have in common. Shreddings
     * are those known when {@link #present} was last asked for, as each view does first.
     *
     * @param files those of the view's size; null where a State's cannot be told now
     */
    public @Nullable AcrossStates at(ViewPoint point, Function<MemberState, @Nullable StateFile> files) {
        return point.audience().isAuditing()
                ? new AcrossStates(() -> readTo(point.treeSize()), point.treeSize(), files)
                : null;
    }

    /** What the views of an audience depend on besides their part of the ledger: the keys, and how many of them were shredded. */
    public synchronized String present(Audience audience) {
        if (!audience.isAuditing()) {
            return "";
        }
        followShreddings();
        Seals keys = keys();
        return keys == null ? NO_KEY : keys.id() + "." + shreddingsCount;
    }

    private synchronized SubjectIndex readTo(long treeSize) {
        Seals keys = keys();
        if (keys != indexedUnder) {
            forget();
            index = new SubjectIndex(keys);
            indexedUnder = keys;
        }
        try {
            read(treeSize);
        } catch (RuntimeException e) {
            // A part of a batch would be taken twice.
            forget();
            throw e;
        }
        return index;
    }

    private void read(long treeSize) {
        List<ScannedEvent> batch = new ArrayList<>(BATCH);
        scan.scan(known, treeSize, event -> {
            if (mayNameSubjects(event)) {
                batch.add(event);
            }
            if (batch.size() == BATCH) {
                take(batch);
            }
        });
        take(batch);
        known = Math.max(known, treeSize);
    }

    private void forget() {
        index = new SubjectIndex(indexedUnder);
        known = 0;
    }

    /** What was read with a key that is shredded is forgotten, in views of every size. */
    private void followShreddings() {
        long head = ledger.head();
        while (followed < head) {
            List<StoredEvent> more = ledger.read(SHREDDINGS, followed, head, LedgerReader.MAX_LIMIT);
            if (!more.isEmpty()) {
                shreddingsCount += more.size();
                forget();
            }
            followed = more.size() == LedgerReader.MAX_LIMIT ? more.getLast().position() : head;
        }
    }

    private @Nullable Seals keys() {
        if (seals instanceof SubjectKeys) {
            return seals;
        }
        try {
            SubjectKeys found = settings.find().orElse(null);
            if (found != null) {
                seals = found;
            } else if (seals == null) {
                seals = settings.former();
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("References to subjects are not compared, because their keys cannot be read", e);
        }
        return seals;
    }

    private static boolean mayNameSubjects(ScannedEvent event) {
        String type = EventDecoder.typeOf(event);
        return type == null
                || type.startsWith("screening.Screening")
                || type.startsWith("repatriation.RepatriationNotice");
    }

    private void take(List<ScannedEvent> batch) {
        batch.parallelStream().map(this::decoded).toList().forEach(this::take);
        if (!batch.isEmpty()) {
            known = batch.getLast().position();
            batch.clear();
        }
    }

    private DecodedEvent decoded(ScannedEvent event) {
        try {
            event.requireCommitted();
            return decoder.decode(event);
        } catch (LedgerDamaged e) {
            AcceptedDamage decided = ledger.acceptedDamage().get(event.position());
            if (decided != null && decided.isRedaction()) {
                return new DecodedEvent(event.position(), null, null, null, null);
            }
            String state = event.requireLeaf();
            return new DecodedEvent(
                    event.position(),
                    state == null ? null : MemberState.find(state).orElse(null),
                    null,
                    null,
                    "The event is damaged.");
        }
    }

    private void take(DecodedEvent decoded) {
        if (decoded.event() != null) {
            index.take(decoded.position(), decoded.event().event());
        } else if (decoded.memberState() != null) {
            index.takeClosed(decoded.position(), decoded.memberState());
        }
    }
}
