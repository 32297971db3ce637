package org.stele.command.screening.list;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.Rejected;
import org.stele.events.Sha256Digest;
import org.stele.events.screening.ListVersionLoaded;
import org.stele.events.screening.ListVersionRejected;
import org.stele.events.screening.ListVersionReleased;
import org.stele.events.screening.list.ListStatus;

/**
 * What is on record about the versions of the list.
 *
 * @param current the version that stands; null before the first
 * @param held the versions that wait for the registrar
 * @param decided the versions that waited once
 * @param stood the versions that stood at once
 */
public record ListRecord(
        @Nullable ConsolidatedList current,
        Map<Sha256Digest, ConsolidatedList> held,
        Set<Sha256Digest> decided,
        Set<Sha256Digest> stood) {

    /** The one list that the Council publishes. */
    public static final String LIST = "un-consolidated";

    public ListRecord {
        held = Map.copyOf(held);
        decided = Set.copyOf(decided);
        stood = Set.copyOf(stood);
    }

    public static ListRecord empty() {
        return new ListRecord(null, Map.of(), Set.of(), Set.of());
    }

    public ListRecord with(ListVersionLoaded event) {
        ConsolidatedList loaded = list(event);
        if (event.status() == ListStatus.CURRENT) {
            return new ListRecord(loaded, held, decided, with(stood, event.sha256()));
        }
        Map<Sha256Digest, ConsolidatedList> more = new HashMap<>(held);
        more.put(event.sha256(), loaded);
        return new ListRecord(current, more, decided, stood);
    }

    public ListRecord with(ListVersionReleased event) {
        return new ListRecord(held.get(event.sha256()), without(event.sha256()), with(decided, event.sha256()), stood);
    }

    public ListRecord with(ListVersionRejected event) {
        return new ListRecord(current, without(event.sha256()), with(decided, event.sha256()), stood);
    }

    /** Whether a version with these bytes was loaded before. */
    public boolean knows(Sha256Digest sha256) {
        return held.containsKey(sha256) || decided.contains(sha256) || stood.contains(sha256);
    }

    /** The version, if it waits for the registrar's decision. */
    public ConsolidatedList requireHeld(Sha256Digest sha256) {
        ConsolidatedList version = held.get(sha256);
        if (version != null) {
            return version;
        }
        if (decided.contains(sha256)) {
            throw Rejected.lifecycle(
                    "list-version-already-decided", "The version was held, and released or rejected already.");
        }
        if (stood.contains(sha256)) {
            throw Rejected.lifecycle("list-version-not-held", "The version stood at once: nothing is to be decided.");
        }
        throw Rejected.notFound("No list version with the digest %s is on record.".formatted(sha256.hex()));
    }

    private static ConsolidatedList list(ListVersionLoaded event) {
        return new ConsolidatedList(event.sha256(), event.dateGenerated(), event.entriesCount(), event.entries());
    }

    private Map<Sha256Digest, ConsolidatedList> without(Sha256Digest sha256) {
        Map<Sha256Digest, ConsolidatedList> fewer = new HashMap<>(held);
        fewer.remove(sha256);
        return fewer;
    }

    private static Set<Sha256Digest> with(Set<Sha256Digest> some, Sha256Digest sha256) {
        Set<Sha256Digest> more = new HashSet<>(some);
        more.add(sha256);
        return more;
    }
}
