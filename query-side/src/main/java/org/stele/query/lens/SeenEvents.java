package org.stele.query.lens;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.events.Tags;
import org.stele.eventstore.damage.AcceptedDamage;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StateTag;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.evidence.EvidenceBundle;
import org.stele.eventstore.evidence.EvidenceBundles;
import org.stele.eventstore.evidence.EvidenceRequest;
import org.stele.eventstore.log.LogReader;
import org.stele.eventstore.read.LedgerReader;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.query.view.EventSelection;
import org.stele.web.page.ViewPoint;

/**
 * The one way by which bodies leave the ledger on the query side: each event as the audience of a view sees it. Nobody else holds
 * the connections of the role that reads them. Safe for all threads.
 */
public final class SeenEvents {

    /** The most events of one read. */
    public static final int MAX_LIMIT = LedgerReader.MAX_LIMIT;

    /** A read of more at once costs less than many of a few. */
    private static final int MIN_READ = 100;

    private final LedgerReader ledger;
    private final EvidenceBundles bundles;
    private final EventLenses lenses;

    public SeenEvents(BodySource bodies, EventLenses lenses) {
        this.ledger = new LedgerReader(bodies.dataSource());
        this.bundles = new EvidenceBundles(new LogReader(bodies.dataSource()), new StateTag(Tags.MEMBER_STATE));
        this.lenses = lenses;
    }

    /** The events of a view, for its audience. */
    public Look of(ViewPoint point) {
        return new Look(lenses.of(point));
    }

    /** The events of one view. For one answer, on one thread. */
    public final class Look {

        private final EventLens lens;
        private @Nullable Map<Long, AcceptedDamage> accepted;

        private Look(EventLens lens) {
            this.lens = lens;
        }

        /**
         * The next selected events between two positions, in order; fewer than the limit only where there are no more. Where a type is
         * asked for, events that are not seen whole are left out, since being found would tell their type.
         */
        public List<SeenEvent> read(EventSelection choice, long after, long upTo, int limit) {
            return stored(choice, after, upTo, limit).stream().map(this::seen).toList();
        }

        private List<StoredEvent> stored(EventSelection choice, long after, long upTo, int limit) {
            Selection selection = choice.selection();
            if (choice.type() == null) {
                return ledger.read(selection, after, upTo, limit);
            }
            if (!lens.mayBeWhole(choice.type())) {
                return List.of();
            }
            List<StoredEvent> found = new ArrayList<>();
            int atOnce = Math.max(limit, MIN_READ);
            long from = after;
            List<StoredEvent> read;
            do {
                read = ledger.read(selection, from, upTo, atOnce);
                read.stream().filter(lens::isWhole).forEach(found::add);
                from = read.isEmpty() ? from : read.getLast().position();
            } while (read.size() == atOnce && found.size() < limit);
            return found.size() > limit ? List.copyOf(found.subList(0, limit)) : found;
        }

        /** The event at a position; null where there is none. */
        public @Nullable SeenEvent at(long position) {
            StoredEvent stored = ledger.at(position);
            return stored == null ? null : seen(stored);
        }

        private SeenEvent seen(StoredEvent stored) {
            AcceptedDamage decided = decided(stored.position());
            // An order holds from the moment on that it is recorded, whether it was carried out or not.
            boolean isRedacted = decided != null && decided.isRedaction();
            if (stored.isIntact() && !isRedacted) {
                boolean isWhole = lens.isWhole(stored);
                return SeenEvent.of(stored, isWhole ? null : lens.typeTold(stored), isWhole ? stored : null, null);
            }
            boolean isTold = lens.seesDecisionsOn(EventLens.stateOf(stored));
            return SeenEvent.of(stored, null, null, SeenEvent.Damage.of(decided, isTold));
        }

        /** What two persons decided about a position; null where they did not. Read once for the answer. */
        private @Nullable AcceptedDamage decided(long position) {
            Map<Long, AcceptedDamage> known = accepted;
            if (known == null) {
                known = ledger.acceptedDamage();
                accepted = known;
            }
            return known.get(position);
        }

        /**
         * A bundle of evidence, in which events that are not seen whole are listed as withheld.
         *
         * @param state whose events are disclosed; null for the whole ledger
         */
        public EvidenceBundle bundle(@Nullable String state, long size, Completeness completeness, long since) {
            return bundles.prepare(new EvidenceRequest(state, size, completeness, since, lens::isWhole));
        }
    }
}
