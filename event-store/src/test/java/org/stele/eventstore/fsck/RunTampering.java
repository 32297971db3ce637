package org.stele.eventstore.fsck;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.stele.eventstore.event.IndexRows.TagRow;
import org.stele.eventstore.event.IndexRun;

/** The RunTampering changes the tag index: single entries, and runs of several. */
final class RunTampering {

    private final TamperedLedger ledger;
    private final SplittableRandom random;

    RunTampering(TamperedLedger ledger, SplittableRandom random) {
        this.ledger = ledger;
        this.random = random;
    }

    List<Supplier<Change>> kinds() {
        return List.of(
                () -> entry("type", "type = type + 1"),
                () -> entry("key", "key = key + %s".formatted(1 + random.nextInt(3))),
                this::entryMoved,
                this::typeOfAnother,
                () -> deleted(row()),
                this::entriesOfAnEventDeleted,
                this::entryAdded,
                this::entryStraying,
                this::runDeleted,
                this::runCutShort,
                this::runProlonged,
                this::runWithAnEntryTwice,
                this::runMovedToAnotherBlock,
                this::runAddedForOneWithinIt,
                this::placeBeyondItsBlock,
                this::runWithAnEntryOfAnother);
    }

    private TagRow row() {
        return ledger.tags().get(random.nextInt(ledger.tags().size()));
    }

    private static Change change(String kind, LongStream positions, String... statements) {
        return Change.of("index_run: " + kind, positions.mapToObj(Long::toString), statements);
    }

    private static Change split(String kind, TagRow row, long alsoAt, String sql) {
        return change(kind, LongStream.of(row.position(), alsoAt), IndexEntries.split(row.tag(), row.position()), sql);
    }

    private static String where(TagRow row) {
        return IndexEntries.at(row.tag(), row.position());
    }

    private Change entry(String column, String assignment) {
        TagRow row = row();
        return split(column, row, row.position(), "UPDATE ledger.index_run SET " + assignment + where(row));
    }

    private Change entryMoved() {
        TagRow row = row();
        long to = random.nextBoolean() ? ledger.size() + random.nextInt(10_000) + 1 : -random.nextInt(5);
        return split("position", row, to, "UPDATE ledger.index_run SET " + place(to) + where(row));
    }

    private static String place(long position) {
        return String.format(Locale.ROOT, "block = %s, first = %s", IndexRun.block(position), IndexRun.place(position));
    }

    private Change typeOfAnother() {
        TagRow row = row();
        TagRow other = row();
        while (other.type() == row.type()) {
            other = row();
        }
        return split(
                "type of another",
                row,
                row.position(),
                "UPDATE ledger.index_run SET type = " + other.type() + where(row));
    }

    private static Change deleted(TagRow row) {
        return split("deleted", row, row.position(), "DELETE FROM ledger.index_run" + where(row));
    }

    private Change entriesOfAnEventDeleted() {
        TagRow row = row();
        return change("all deleted", LongStream.of(row.position()), IndexEntries.deleted(row.position()));
    }

    private Change entryAdded() {
        TagRow row = row();
        long position = 1 + random.nextLong(ledger.size());
        return change("added", LongStream.of(position), IndexEntries.added(random.nextLong(), position, row.type()));
    }

    private Change entryStraying() {
        TagRow row = row();
        long position = random.nextBoolean() ? ledger.size() + 1 + random.nextInt(3_000) : -random.nextInt(2_000);
        return change("straying", LongStream.of(position), IndexEntries.added(row.tag(), position, row.type()));
    }

    /** The positions of the entries that have the key and type of another, in its block. */
    private long[] alike(TagRow row) {
        return ledger.tags().stream()
                .filter(one -> one.tag() == row.tag() && one.type() == row.type())
                .mapToLong(TagRow::position)
                .filter(position -> IndexRun.block(position) == IndexRun.block(row.position()))
                .toArray();
    }

    /** Of a run that holds several entries, if one is found. */
    private TagRow several() {
        TagRow row = row();
        for (int i = 0; i < 200 && alike(row).length < 2; i++) {
            row = row();
        }
        return row;
    }

    /** Every run of a key and type in one block, joined to one. */
    private static String joined(TagRow row, String first, String more) {
        return """
                WITH gone AS (DELETE FROM ledger.index_run WHERE %s RETURNING key, block, type, first, more),
                places AS (
                    SELECT key, block, type, array_agg(o.place ORDER BY o.place) AS all
                    FROM gone CROSS JOIN LATERAL unnest(array_prepend(first, more)) AS o (place) GROUP BY key, block, type)
                INSERT INTO ledger.index_run SELECT key, block, type, %s, %s FROM places
                """.formatted(of(row), first, more);
    }

    private static String of(TagRow row) {
        return "key = %s AND block = %s AND type = %s".formatted(row.tag(), IndexRun.block(row.position()), row.type());
    }

    private Change runDeleted() {
        TagRow row = several();
        return change("run deleted", LongStream.of(alike(row)), "DELETE FROM ledger.index_run WHERE " + of(row));
    }

    private Change runCutShort() {
        TagRow row = several();
        return change(
                "run cut short",
                LongStream.of(alike(row)).skip(alike(row).length > 1 ? 1 : 0),
                alike(row).length > 1
                        ? joined(row, "places.all[1]", "NULL")
                        : "DELETE FROM ledger.index_run WHERE " + of(row));
    }

    private Change runProlonged() {
        TagRow row = several();
        long[] positions = alike(row);
        long next = positions[positions.length - 1] + 1;
        boolean fits = IndexRun.block(next) == IndexRun.block(row.position());
        long added = fits ? next : positions[positions.length - 1];
        return change(
                "run prolonged",
                LongStream.of(added),
                joined(row, "places.all[1]", "places.all[2:] || %s::smallint".formatted(IndexRun.place(added))));
    }

    private Change runWithAnEntryTwice() {
        TagRow row = several();
        return change("entry twice", LongStream.of(alike(row)[0]), joined(row, "places.all[1]", "places.all"));
    }

    private Change runMovedToAnotherBlock() {
        TagRow row = several();
        long by = 5 + random.nextInt(3);
        return change(
                "run in another block",
                LongStream.concat(
                        LongStream.of(alike(row)), LongStream.of(alike(row)).map(p -> p + by * IndexRun.BLOCK_EVENTS)),
                "UPDATE ledger.index_run SET block = block + " + by + " WHERE " + of(row));
    }

    private Change runAddedForOneWithinIt() {
        TagRow row = several();
        long[] positions = alike(row);
        long last = positions[positions.length - 1];
        return change(
                "run within another",
                LongStream.of(last),
                positions.length > 1
                        ? joined(row, "places.all[1]", "places.all[2:]")
                        : IndexEntries.added(row.tag() + 1, last, row.type()),
                positions.length > 1 ? IndexEntries.added(row.tag(), last, row.type()) : "SELECT 1");
    }

    /** Its position is right, and who reads from there on does not find it. */
    private Change placeBeyondItsBlock() {
        TagRow row = row();
        int by = random.nextBoolean() ? 1 : -1;
        return split(
                "place beyond its block",
                row,
                row.position(),
                "UPDATE ledger.index_run SET block = block - %1$s, first = first + %1$s * 1024".formatted(by)
                        + where(row));
    }

    private Change runWithAnEntryOfAnother() {
        TagRow row = row();
        long position = 1 + random.nextLong(ledger.size());
        while (ledger.tags().contains(new TagRow(row.tag(), position, row.type()))) {
            position = 1 + random.nextLong(ledger.size());
        }
        return change("entry of another", LongStream.of(position), IndexEntries.added(row.tag(), position, row.type()));
    }
}
