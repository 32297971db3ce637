package org.stele.eventstore.append;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stele.eventstore.event.IndexRun;
import org.stele.eventstore.event.TypeHash;

/** A RunsBuilder gathers the events of a batch by tag and type into rows of the tag index. Used by one thread at a time. */
final class RunsBuilder {

    /** In the order of the index's key, in which PostgreSQL inserts them fastest. */
    private static final Comparator<IndexRun> BY_KEY = Comparator.comparingLong(IndexRun::key)
            .thenComparingLong(IndexRun::block)
            .thenComparingInt(IndexRun::type)
            .thenComparingInt(IndexRun::first);

    private record Subject(long key, int type) {}

    /** A Places is the places of one subject in the block that is open. */
    private static final class Places {

        private short[] places = new short[2];
        private int count;

        void add(short place) {
            if (count == places.length) {
                places = Arrays.copyOf(places, 2 * count);
            }
            places[count++] = place;
        }
    }

    private final Map<String, Integer> types = new HashMap<>();
    private final Map<Subject, Places> open = new HashMap<>();
    private final List<IndexRun> runs = new ArrayList<>();
    private long block = -1;

    /** Adds the next event. */
    void add(EventRow row) {
        if (IndexRun.block(row.position()) != block) {
            closeBlock();
            block = IndexRun.block(row.position());
        }
        int type = types.computeIfAbsent(row.event().type(), TypeHash::of);
        short place = IndexRun.place(row.position());
        for (long key : row.event().tagHashes()) {
            open.computeIfAbsent(new Subject(key, type), subject -> new Places())
                    .add(place);
        }
    }

    /** The rows, after the last event. */
    List<IndexRun> runs() {
        closeBlock();
        runs.sort(BY_KEY);
        return runs;
    }

    private void closeBlock() {
        open.forEach((subject, places) -> runs.add(new IndexRun(
                subject.key(),
                block,
                subject.type(),
                places.places[0],
                Arrays.copyOfRange(places.places, 1, places.count))));
        open.clear();
    }
}
