package org.stele.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.stele.eventstore.event.Body;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.IndexRun;
import org.stele.eventstore.event.TypeHash;
import org.stele.ledger.Hash;
import org.stele.ledger.Tile;

/** A SupplyRows is the rows of some events, by table, in COPY's binary form. */
final class SupplyRows {

    private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    /** Runs are as short as in batches of 64 submitters; it divides a block. */
    private static final int RUN_EVENTS = 128;

    final CopyBuffer events = new CopyBuffer();
    private final CopyBuffer runs = new CopyBuffer();
    final CopyBuffer tiles = new CopyBuffer();
    final CopyBuffer commands = new CopyBuffer();

    private final Map<String, Integer> types = new HashMap<>();
    private final Map<Subject, List<Short>> open =
            new TreeMap<>(Comparator.comparingLong(Subject::key).thenComparingInt(Subject::type));
    private long block;

    private record Subject(long key, int type) {}

    void event(long position, UUID id, Body body, Instant at, byte[] bytes, byte[] salt, byte[] leaf, Hash leafHash) {
        events.row(9)
                .number(position)
                .uuid(id)
                .text(body.type())
                .number(ChronoUnit.MICROS.between(POSTGRES_EPOCH, at))
                .texts(body.tags())
                .bytes(bytes)
                .bytes(salt)
                .bytes(leaf)
                .bytes(leafHash.bytes());
        if (open.isEmpty() || (position - 1) % RUN_EVENTS == 0) {
            closeRuns();
            block = IndexRun.block(position);
        }
        int type = types.computeIfAbsent(body.type(), TypeHash::of);
        for (long tag : hashes(body.tags())) {
            open.computeIfAbsent(new Subject(tag, type), _ -> new ArrayList<>()).add(IndexRun.place(position));
        }
    }

    /** The rows of the tag index, after the last event. */
    CopyBuffer runs() {
        closeRuns();
        return runs;
    }

    private void closeRuns() {
        open.forEach((subject, places) -> runs.row(5)
                .number(subject.key())
                .number(block)
                .integer(subject.type())
                .small(places.getFirst())
                .smalls(places.subList(1, places.size())));
        open.clear();
    }

    private static long[] hashes(List<String> tags) {
        return tags.stream().mapToLong(SupplyRows::hash).distinct().toArray();
    }

    private static long hash(String tag) {
        return ByteBuffer.wrap(Hash.sha256(tag.getBytes(UTF_8)).bytes()).getLong();
    }

    void tile(Tile tile) {
        tiles.row(3).integer(tile.level()).number(tile.index()).bytes(tile.bytes());
    }

    void command(CommandKey key, long position) {
        commands.row(5)
                .text(key.scope())
                .uuid(key.commandId())
                .bytes(key.requestSha256().bytes())
                .number(position)
                .integer(1);
    }
}
