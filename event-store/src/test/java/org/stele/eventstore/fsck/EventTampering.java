package org.stele.eventstore.fsck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.stele.eventstore.event.StoredEvent;
import org.stele.ledger.Commitment;
import org.stele.ledger.Hash;
import org.stele.ledger.Leaf;
import org.stele.ledger.TreeHash;

/** The EventTampering changes, adds, moves and removes rows of the table of events. */
public final class EventTampering {

    private final TamperedLedger ledger;
    private final SplittableRandom random;

    public EventTampering(TamperedLedger ledger, SplittableRandom random) {
        this.ledger = ledger;
        this.random = random;
    }

    public List<Supplier<Change>> kinds() {
        return List.of(
                this::otherId,
                this::otherType,
                this::otherTime,
                this::tagsChanged,
                this::tagsReordered,
                () -> bitFlipped("body"),
                () -> bitFlipped("salt"),
                () -> bitFlipped("leaf"),
                () -> bitFlipped("leaf_hash"),
                () -> ofAnother("body"),
                () -> ofAnother("salt"),
                () -> ofAnother("body, salt"),
                () -> ofAnother("leaf"),
                () -> ofAnother("leaf_hash"),
                () -> ofAnother("leaf, leaf_hash"),
                () -> ofAnother("type, recorded_at, tags, body, salt, leaf, leaf_hash"),
                this::bodyCut,
                this::bodyExtended,
                this::otherSize,
                this::columnEmptied,
                this::deleted,
                this::rangeDeleted,
                this::movedAway,
                this::movedBefore,
                this::swapped,
                this::pushedUp,
                this::replayedAtTheEnd,
                this::forged,
                this::forgedWithItsIndex);
    }

    private long position() {
        return 1 + random.nextLong(ledger.size());
    }

    private long otherThan(long position) {
        return 1 + (position + random.nextLong(ledger.size() - 1)) % ledger.size();
    }

    private Change set(String kind, String assignments, Object... arguments) {
        long position = position();
        return Change.at(
                kind,
                position,
                "UPDATE ledger.event SET " + String.format(Locale.ROOT, assignments, arguments) + " WHERE position = "
                        + position);
    }

    private Change otherId() {
        return set("event_id", "event_id = gen_random_uuid()");
    }

    private Change otherType() {
        return set(
                "type",
                List.of("type = type || ' '", "type = upper(type)", "type = ''").get(random.nextInt(3)));
    }

    private Change otherTime() {
        long micros = 1 + random.nextLong(random.nextBoolean() ? 3 : 86_400_000_000L);
        return set(
                "recorded_at",
                "recorded_at = recorded_at %s interval '%s us'",
                random.nextBoolean() ? "+" : "-",
                micros);
    }

    private Change tagsChanged() {
        return set(
                "tags", random.nextBoolean() ? "tags = tags || 'x=y'::text" : "tags = array_prepend('a=b', tags[2:])");
    }

    private Change tagsReordered() {
        long position = position();
        while (ledger.event(position).tags().size() < 2) {
            position = position();
        }
        return Change.at(
                "tags reordered",
                position,
                "UPDATE ledger.event SET tags = ARRAY[tags[2], tags[1]] WHERE position = %s",
                position);
    }

    private Change bitFlipped(String column) {
        long position = position();
        StoredEvent event = ledger.event(position);
        int size = switch (column) {
            case "body" -> event.body().length;
            case "salt" -> event.salt().length;
            case "leaf" -> event.leaf().length;
            default -> Hash.SIZE_BYTES;
        };
        int bit = random.nextInt(8 * size);
        return Change.at(
                column + ": a bit",
                position,
                "UPDATE ledger.event SET %1$s = set_bit(%1$s, %2$s, 1 - get_bit(%1$s, %2$s)) WHERE position = %3$s",
                column,
                bit,
                position);
    }

    private Change ofAnother(String columns) {
        long position = position();
        long other = otherThan(position);
        return Change.at(
                columns + " of another",
                position,
                "UPDATE ledger.event SET (%1$s) = (SELECT %1$s FROM ledger.event WHERE position = %2$s) WHERE position = %3$s",
                columns,
                other,
                position);
    }

    private Change bodyCut() {
        return set("body cut", "body = substr(body, 1, length(body) - %s)", 1 + random.nextInt(40));
    }

    private Change bodyExtended() {
        return set(
                "body extended",
                "body = body || '%s'",
                List.of(" ", "\n", "{}", "\\000").get(random.nextInt(4)));
    }

    /** Of a column whose size is fixed, or limited. */
    private Change otherSize() {
        String column = List.of("salt", "leaf", "leaf_hash").get(random.nextInt(3));
        String size = List.of("''", "substr(%1$s, 2)", "%1$s || '\\000'", "decode(repeat('00', 70000), 'hex')")
                .get(random.nextInt(4));
        return set(column + " of another size", "%s = %s", column, String.format(Locale.ROOT, size, column));
    }

    private Change columnEmptied() {
        String column = List.of("event_id", "type", "recorded_at", "tags", "body", "salt", "leaf", "leaf_hash")
                .get(random.nextInt(8));
        long position = position();
        return Change.of(
                column + " emptied",
                Stream.of(Long.toString(position)),
                "ALTER TABLE ledger.event ALTER COLUMN %s DROP NOT NULL".formatted(column),
                "UPDATE ledger.event SET %s = NULL WHERE position = %s".formatted(column, position));
    }

    private Change deleted() {
        long position = 1 + random.nextLong(ledger.size());
        return Change.at("deleted", position, "DELETE FROM ledger.event WHERE position = %s", position);
    }

    private Change rangeDeleted() {
        long from = position();
        long to = Math.min(ledger.size(), from + random.nextInt(300));
        Stream<String> tiles = to == ledger.size()
                ? LongStream.rangeClosed((from - 1) / 256, (to - 1) / 256).mapToObj(index -> Change.tile(0, index))
                : Stream.of();
        return Change.of(
                "range deleted",
                Stream.concat(LongStream.rangeClosed(from, to).mapToObj(Long::toString), tiles),
                "DELETE FROM ledger.event WHERE position BETWEEN %s AND %s".formatted(from, to));
    }

    private Change movedAway() {
        long position = position();
        long to = ledger.size() + 1 + random.nextInt(5_000);
        return Change.of(
                "moved away",
                Stream.of(position, to).map(String::valueOf),
                "UPDATE ledger.event SET position = %s WHERE position = %s".formatted(to, position));
    }

    private Change movedBefore() {
        long position = position();
        long to = -random.nextInt(3);
        return Change.of(
                "moved before the first",
                Stream.of(position, to).map(String::valueOf),
                "UPDATE ledger.event SET position = %s WHERE position = %s".formatted(to, position));
    }

    private Change swapped() {
        long first = position();
        long second = random.nextBoolean() ? otherThan(first) : 1 + first % ledger.size();
        return Change.of(
                "swapped",
                Stream.of(first, second).map(String::valueOf),
                "UPDATE ledger.event SET position = 1000000 WHERE position = " + first,
                "UPDATE ledger.event SET position = %s WHERE position = %s".formatted(first, second),
                "UPDATE ledger.event SET position = %s WHERE position = 1000000".formatted(second));
    }

    /** All later rows make room for an old one. */
    private Change pushedUp() {
        long position = position();
        long copied = position();
        return Change.of(
                "pushed up",
                LongStream.rangeClosed(position, ledger.size() + 1).mapToObj(Long::toString),
                "UPDATE ledger.event SET position = position + 1000000 WHERE position >= " + position,
                "UPDATE ledger.event SET position = position - 999999 WHERE position >= 1000000",
                copy(copied < position ? copied : copied + 1, position));
    }

    private Change replayedAtTheEnd() {
        return Change.at("replayed", ledger.size() + 1, copy(position(), ledger.size() + 1));
    }

    private static String copy(long from, long to) {
        return """
                INSERT INTO ledger.event (position, event_id, type, recorded_at, tags, body, salt, leaf, leaf_hash)
                SELECT %s, gen_random_uuid(), type, recorded_at, tags, body, salt, leaf, leaf_hash FROM ledger.event
                WHERE position = %s
                """.formatted(to, from);
    }

    /** A row that is sound in itself: it shows in the chain of its State, in its tile, or only in the root that was kept. */
    private Change forged() {
        long position = position();
        return forged("forged", position, ledger.event(position).body());
    }

    /** Another text in the body, of the same tags and command, so that no index tells. */
    private Change forgedWithItsIndex() {
        long position = position();
        String body = new String(ledger.event(position).body(), UTF_8).replace("nota bene", "nota male");
        return forged("forged body", position, body.getBytes(UTF_8));
    }

    private Change forged(String kind, long position, byte[] body) {
        StoredEvent event = ledger.event(position);
        byte[] salt = new byte[Commitment.SALT_BYTES];
        random.nextBytes(salt);
        Leaf old = Leaf.parse(event.leaf());
        byte[] leaf = new Leaf(
                        position,
                        old.id(),
                        old.recordedAt(),
                        old.state(),
                        old.stateSequence(),
                        old.previousInState(),
                        Commitment.of(salt, body))
                .encode();
        Stream<String> next = ledger.laterOfTheState(position).stream().limit(1).map(String::valueOf);
        return Change.of(
                kind,
                Stream.concat(next, Stream.of(Change.tile(0, (position - 1) / 256), "event 1 to " + ledger.size())),
                "UPDATE ledger.event SET body = %s, salt = %s, leaf = %s, leaf_hash = %s WHERE position = %s"
                        .formatted(
                                hex(body),
                                hex(salt),
                                hex(leaf),
                                hex(TreeHash.leaf(leaf).bytes()),
                                position));
    }

    private static String hex(byte[] bytes) {
        return "'\\x" + HexFormat.of().formatHex(bytes) + "'";
    }
}
