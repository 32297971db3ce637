package org.stele.query.across;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stele.events.Audience;
import org.stele.events.MemberState;
import org.stele.events.seal.Sealer;
import org.stele.eventstore.event.LedgerDamaged;
import org.stele.eventstore.home.SecretFile;
import org.stele.eventstore.read.LedgerBulkReader;
import org.stele.eventstore.read.LedgerBulkReader.ScannedEvent;
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

    private final LedgerBulkReader scan;
    private final Path keyFile;
    private final EventDecoder decoder = new EventDecoder();
    private @Nullable Sealer sealer;
    private SubjectIndex index = new SubjectIndex(null);
    private @Nullable Sealer indexedUnder;
    private long known;

    /** @param keyFile of the key under which references are sealed; it may come later, or never */
    public SubjectRegister(LedgerBulkReader scan, Path keyFile) {
        this.scan = scan;
        this.keyFile = keyFile;
    }

    /**
     * What the view of an audience reads of other States' files; null for one that is not told what they have in common.
     *
     * @param files those of the view's size; null where a State's cannot be told now
     */
    public @Nullable AcrossStates at(ViewPoint point, Function<MemberState, @Nullable StateFile> files) {
        return point.audience().isAuditing()
                ? new AcrossStates(() -> readTo(point.treeSize()), point.treeSize(), files)
                : null;
    }

    /** What the views of an audience depend on besides the ledger: the id of the key. */
    public synchronized String present(Audience audience) {
        if (!audience.isAuditing()) {
            return "";
        }
        Sealer key = key();
        return key == null ? NO_KEY : key.id();
    }

    private synchronized SubjectIndex readTo(long treeSize) {
        Sealer key = key();
        if (key != indexedUnder) {
            index = new SubjectIndex(key);
            indexedUnder = key;
            known = 0;
        }
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
        return index;
    }

    private @Nullable Sealer key() {
        if (sealer == null) {
            try {
                sealer = new SecretFile(keyFile).read().map(Sealer::new).orElse(null);
            } catch (IOException e) {
                LOG.warn("References to subjects are not compared, because their key cannot be read", e);
            }
        }
        return sealer;
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
