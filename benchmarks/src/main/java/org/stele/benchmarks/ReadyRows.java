package org.stele.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.Selection;
import org.stele.eventstore.event.StoredEvent;
import org.stele.eventstore.read.LedgerReader;
import org.stele.ledger.Hash;

/**
 * A ReadyRows is the engine's rows for some commands, to be written again under other ids by entrants that compute
 * nothing themselves: no encoding, no leaf, no hash.
 */
final class ReadyRows {

    /** One row of an event, without its position and id. */
    record Ready(String type, String tags, long[] tagHashes, byte[] body, byte[] salt, byte[] leaf, byte[] leafHash) {}

    private static final int MAX_EVENTS = 10_000;

    /** By the number of events. */
    private final Map<Integer, List<List<Ready>>> commands = new HashMap<>();

    private ReadyRows() {}

    static ReadyRows from(LedgerReader reader) {
        ReadyRows ready = new ReadyRows();
        long upTo = Math.min(reader.head(), MAX_EVENTS);
        reader.read(Selection.all(), 0, upTo, MAX_EVENTS).stream()
                .collect(Collectors.groupingBy(stored -> requireNonNull(CommandKey.from(stored.metadata()))))
                .values()
                .forEach(events -> ready.commands
                        .computeIfAbsent(events.size(), size -> new ArrayList<>())
                        .add(events.stream().map(ReadyRows::row).toList()));
        return ready;
    }

    /** The rows of one of the commands that recorded so many events. */
    List<Ready> any(int events) {
        List<List<Ready>> choice = requireNonNull(commands.get(events), "a command of " + events + " events");
        return choice.get(ThreadLocalRandom.current().nextInt(choice.size()));
    }

    private static Ready row(StoredEvent stored) {
        return new Ready(
                stored.type(),
                stored.tags().stream().map(tag -> '"' + tag + '"').collect(Collectors.joining(",", "{", "}")),
                stored.tags().stream().mapToLong(ReadyRows::hash).toArray(),
                stored.body(),
                stored.salt(),
                stored.leaf(),
                stored.leafHash().bytes());
    }

    private static long hash(String tag) {
        return ByteBuffer.wrap(Hash.sha256(tag.getBytes(UTF_8)).bytes()).getLong();
    }
}
