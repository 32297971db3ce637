package org.stele.eventstore.fsck;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.stele.eventstore.event.CommandKey;
import org.stele.eventstore.event.IndexRows.CommandRow;

/** The IndexTampering changes what is derived from the events: tag index ({@link RunTampering}), tiles and commands; or cuts off the end of it all. */
public final class IndexTampering {

    private final TamperedLedger ledger;
    private final SplittableRandom random;

    public IndexTampering(TamperedLedger ledger, SplittableRandom random) {
        this.ledger = ledger;
        this.random = random;
    }

    public List<Supplier<Change>> kinds() {
        List<Supplier<Change>> kinds = new ArrayList<>(new RunTampering(ledger, random).kinds());
        kinds.addAll(List.of(
                this::tileMoved,
                this::tileBitFlipped,
                this::tileOfAnotherSize,
                this::tileBeforeTheFirst,
                this::tilesSwapped,
                this::tileDeleted,
                this::tileAdded,
                () -> command("scope", "scope = scope || 'X'"),
                () -> command("command_id", "command_id = gen_random_uuid()"),
                () -> command(
                        "request_sha256",
                        String.format(
                                Locale.ROOT,
                                "request_sha256 = set_bit(request_sha256, %1$s, 1 - get_bit(request_sha256, %1$s))",
                                random.nextInt(256))),
                () -> command(
                        "request_sha256 of another size",
                        List.of("request_sha256 = ''", "request_sha256 = request_sha256 || '\\000'")
                                .get(random.nextInt(2))),
                () -> command("event_count", "event_count = event_count + 1"),
                () -> command("event_count of none", "event_count = -event_count * " + random.nextInt(2)),
                this::commandMoved,
                this::commandDeleted,
                this::commandAdded,
                this::endCutOff));
        return kinds;
    }

    private long fullTiles() {
        return ledger.size() / 256;
    }

    private Change tileMoved() {
        long index = random.nextLong(fullTiles());
        long to = fullTiles() + random.nextInt(9);
        int level = random.nextInt(2);
        return Change.of(
                "merkle_tile: moved",
                Stream.of(Change.tile(0, index), Change.tile(level, to)),
                "UPDATE ledger.merkle_tile SET level = %s, index = %s WHERE index = %s".formatted(level, to, index));
    }

    private Change tile(String kind, long index, String assignment) {
        return Change.of(
                "merkle_tile: " + kind,
                Stream.of(Change.tile(0, index)),
                "UPDATE ledger.merkle_tile SET %s WHERE index = %s".formatted(assignment, index));
    }

    private Change tileBitFlipped() {
        long index = random.nextLong(fullTiles());
        int bit = random.nextInt(8 * 8_192);
        return tile(
                "a bit",
                index,
                String.format(Locale.ROOT, "hashes = set_bit(hashes, %1$s, 1 - get_bit(hashes, %1$s))", bit));
    }

    private Change tileOfAnotherSize() {
        long index = random.nextLong(fullTiles());
        return tile(
                "another size",
                index,
                random.nextBoolean() ? "hashes = substr(hashes, 33)" : "hashes = hashes || substr(hashes, 1, 32)");
    }

    private Change tileBeforeTheFirst() {
        long index = random.nextLong(fullTiles());
        boolean level = random.nextBoolean();
        return Change.of(
                "merkle_tile: before the first",
                Stream.of(Change.tile(0, index), Change.tile(level ? -1 : 0, level ? index : -1)),
                "UPDATE ledger.merkle_tile SET %s = -1 WHERE index = %s".formatted(level ? "level" : "index", index));
    }

    private Change tilesSwapped() {
        long first = random.nextLong(fullTiles());
        long second = (first + 1 + random.nextLong(fullTiles() - 1)) % fullTiles();
        return Change.of(
                "merkle_tile: swapped",
                Stream.of(Change.tile(0, first), Change.tile(0, second)),
                "UPDATE ledger.merkle_tile SET index = 1000 WHERE index = " + first,
                "UPDATE ledger.merkle_tile SET index = %s WHERE index = %s".formatted(first, second),
                "UPDATE ledger.merkle_tile SET index = %s WHERE index = 1000".formatted(second));
    }

    private Change tileDeleted() {
        long index = random.nextLong(fullTiles());
        return Change.of(
                "merkle_tile: deleted",
                Stream.of(Change.tile(0, index)),
                "DELETE FROM ledger.merkle_tile WHERE index = " + index);
    }

    private Change tileAdded() {
        long index = random.nextLong(fullTiles());
        int level = random.nextInt(8);
        long to = level == 0 ? fullTiles() + random.nextInt(3) : random.nextInt(3);
        return Change.of(
                "merkle_tile: added",
                Stream.of(Change.tile(level, to)),
                "INSERT INTO ledger.merkle_tile SELECT %s, %s, hashes FROM ledger.merkle_tile WHERE level = 0 AND index = %s"
                        .formatted(level, to, index));
    }

    private CommandRow commandRow() {
        return ledger.commands().get(random.nextInt(ledger.commands().size()));
    }

    private static Change command(String kind, CommandRow row, Stream<String> also, String sql) {
        Stream<String> own = Stream.of(Change.command(row.key()), Long.toString(row.firstPosition()));
        return Change.of("command: " + kind, Stream.concat(own, also), sql);
    }

    private static String where(CommandRow row) {
        return " WHERE scope = '%s' AND command_id = '%s'"
                .formatted(row.key().scope(), row.key().commandId());
    }

    private Change command(String column, String assignment) {
        CommandRow row = commandRow();
        return command(column, row, Stream.of(), "UPDATE ledger.command SET " + assignment + where(row));
    }

    private Change commandMoved() {
        CommandRow row = commandRow();
        long to = random.nextInt(3) == 0 ? ledger.size() + 1 + random.nextInt(3_000) : row.firstPosition() + 1;
        return command(
                "first_position", row, Stream.of(), "UPDATE ledger.command SET first_position = " + to + where(row));
    }

    private Change commandDeleted() {
        CommandRow row = commandRow();
        return command("deleted", row, Stream.of(), "DELETE FROM ledger.command" + where(row));
    }

    /** Under another scope, for the same events or for none. */
    private Change commandAdded() {
        CommandRow row = commandRow();
        long position = random.nextBoolean() ? row.firstPosition() : ledger.size() + 1 + random.nextInt(3_000);
        CommandKey added = new CommandKey(
                row.key().scope() + "-2", row.key().commandId(), row.key().requestSha256());
        return Change.of(
                "command: added",
                Stream.of(Change.command(added)),
                """
                INSERT INTO ledger.command (scope, command_id, request_sha256, first_position, event_count)
                SELECT '%s', command_id, request_sha256, %s, event_count FROM ledger.command
                """.formatted(added.scope(), position) + where(row));
    }

    /** The last commands with all that they left: a sound ledger, but shorter than the one whose root was kept. */
    private Change endCutOff() {
        CommandRow row = ledger.commands().get(ledger.commands().size() - 1 - random.nextInt(20));
        long from = row.firstPosition();
        return Change.of(
                "end cut off",
                LongStream.rangeClosed(from, ledger.size()).mapToObj(Long::toString),
                "DELETE FROM ledger.event WHERE position >= " + from,
                IndexEntries.split(),
                "DELETE FROM ledger.index_run WHERE block * 1024 + first >= " + from,
                "DELETE FROM ledger.command WHERE first_position >= " + from,
                "DELETE FROM ledger.merkle_tile WHERE index >= " + (from - 1) / 256);
    }
}
