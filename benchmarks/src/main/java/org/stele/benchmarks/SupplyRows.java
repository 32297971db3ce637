package org.stele.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.stele.eventstore.event.Body;
import org.stele.eventstore.event.CommandKey;
import org.stele.ledger.Hash;
import org.stele.ledger.Tile;

/** A SupplyRows is the rows of some events, by table, in COPY's binary form. */
final class SupplyRows {

    private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    final CopyBuffer events = new CopyBuffer();
    final CopyBuffer tags = new CopyBuffer();
    final CopyBuffer tiles = new CopyBuffer();
    final CopyBuffer commands = new CopyBuffer();

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
        for (long tag : hashes(body.tags())) {
            tags.row(3).number(tag).number(position).text(body.type());
        }
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
