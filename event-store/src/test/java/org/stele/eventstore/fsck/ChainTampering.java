package org.stele.eventstore.fsck;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.stele.eventstore.log.ChainRow;
import org.stele.eventstore.log.ChainRow.Subject;

/** The ChainTampering changes, adds, moves and removes rows of the chain of what was signed, alone or with what they mean. */
final class ChainTampering {

    private static final long ASIDE = 1_000_000_000L;

    private final TamperedLedger ledger;
    private final SplittableRandom random;

    ChainTampering(TamperedLedger ledger, SplittableRandom random) {
        this.ledger = ledger;
        this.random = random;
    }

    List<Supplier<Change>> kinds() {
        return List.of(
                this::linkDeleted,
                this::linksDeletedButTheLast,
                this::allLinksDeleted,
                this::linksSwapped,
                this::linkReplaced,
                () -> linkMoved("moved up", "number + " + ASIDE, ASIDE),
                () -> linkMoved("moved below the first", "-number", 0),
                () -> link("previous", "previous = sha256(previous)"),
                () -> link("kind", "kind = 'begin'"),
                () -> link("unknown kind", "kind = kind || 'x'"),
                () -> link("part", "part = part || 'x'"),
                () -> link("size", "size = size + " + ASIDE),
                () -> link("name", "name = name || 'x'"),
                () -> link("digest", "digest = sha256(digest)"),
                () -> link("seal", "seal = CASE WHEN seal IS NULL THEN '\\x00'::bytea ELSE substr(seal, 2) END"),
                this::linkRepeated,
                this::recordedAndLinked,
                this::takenAwayAndRelinked,
                this::olderSetPutBack,
                this::lastHeadsTakenAway,
                this::everythingTakenAway);
    }

    private static String chain(long number) {
        return "signing_chain (number " + number + ")";
    }

    private Subject last(String kind) {
        return ledger.chain().reversed().stream()
                .map(ChainRow::subject)
                .filter(subject -> subject.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private ChainRow link() {
        return ledger.chain().get(random.nextInt(ledger.chain().size()));
    }

    /** Where a change of a row of the chain may show: at it, at what it means, or at the row after it. */
    private Stream<String> around(ChainRow row) {
        return Stream.of(
                chain(row.number()), chain(row.number() + 1), row.subject().toString());
    }

    private Change linkDeleted() {
        ChainRow row = link();
        return Change.of(
                row.number() == ledger.chain().size() ? "signing_chain: last deleted" : "signing_chain: deleted",
                around(row),
                "DELETE FROM ledger.signing_chain WHERE number = " + row.number());
    }

    private Change linksDeletedButTheLast() {
        return Change.of(
                "signing_chain: all but the last deleted",
                Stream.of(chain(1)),
                "DELETE FROM ledger.signing_chain WHERE number < "
                        + ledger.chain().size());
    }

    private Change allLinksDeleted() {
        return Change.of("signing_chain: put back to none", Stream.of(chain(1)), "DELETE FROM ledger.signing_chain");
    }

    private Change linksSwapped() {
        ChainRow one = link();
        ChainRow other = ledger.chain().get((int) (one.number() % ledger.chain().size()));
        String move = "UPDATE ledger.signing_chain SET number = ";
        return Change.of(
                "signing_chain: reordered",
                Stream.concat(around(one), around(other)),
                move + ASIDE + " WHERE number = " + one.number(),
                move + one.number() + " WHERE number = " + other.number(),
                move + other.number() + " WHERE number = " + ASIDE);
    }

    private Change linkReplaced() {
        ChainRow one = link();
        ChainRow other = ledger.chain().get((int) (one.number() % ledger.chain().size()));
        return Change.of(
                "signing_chain: replaced",
                Stream.concat(around(one), Stream.of(other.subject().toString(), chain(other.number()))),
                "UPDATE ledger.signing_chain SET (kind, part, size, name, digest) = (SELECT kind, part, size, name, digest"
                        + " FROM ledger.signing_chain WHERE number = " + other.number() + ") WHERE number = "
                        + one.number());
    }

    private Change linkMoved(String kind, String to, long offset) {
        ChainRow row = link();
        long moved = offset == 0 ? -row.number() : row.number() + offset;
        return Change.of(
                "signing_chain: " + kind,
                Stream.concat(around(row), Stream.of(chain(moved))),
                "UPDATE ledger.signing_chain SET number = " + to + " WHERE number = " + row.number());
    }

    private Change link(String kind, String assignment) {
        ChainRow row = link();
        String where = " WHERE number = " + row.number();
        return Change.of(
                "signing_chain: " + kind,
                Stream.concat(around(row), Stream.of(chain(row.number() - 1))),
                "UPDATE ledger.signing_chain SET " + assignment + where);
    }

    private Change linkRepeated() {
        ChainRow row = link();
        long end = ledger.chain().size();
        return Change.of(
                "signing_chain: repeated at the end",
                Stream.of(chain(end + 1)),
                insert(new ChainRow(
                        end + 1,
                        ledger.chain().getLast().hash(),
                        row.subject(),
                        row.digest(),
                        ledger.chain().getLast().seal())));
    }

    private static String insert(ChainRow row) {
        byte[] seal = row.seal();
        return "INSERT INTO ledger.signing_chain VALUES (" + row.number() + ", '\\x"
                + row.previous().hex() + "', '"
                + row.subject().kind() + "', '" + row.subject().part() + "', "
                + row.subject().size() + ", '"
                + row.subject().name() + "', '\\x" + row.digest().hex() + "', "
                + (seal == null ? "NULL" : "'\\x" + HexFormat.of().formatHex(seal) + "'") + ")";
    }

    /** A row of a made-up witness and its place in the chain, as whoever may append can add them. */
    private Change recordedAndLinked() {
        Subject one = last(ChainRow.COSIGNATURE);
        Subject added = new Subject(one.kind(), one.part(), one.size(), "another");
        long end = ledger.chain().size();
        return Change.of(
                "signing_chain: added with its row",
                Stream.of(chain(end + 1), added.toString()),
                "INSERT INTO ledger.cosignature VALUES ('" + one.part() + "', " + one.size() + ", 'another', 'x')",
                insert(new ChainRow(end + 1, ledger.chain().getLast().hash(), added, ChainRow.digest("x"), null)));
    }

    /** A row is taken away, and the chain is computed anew without it, as far as that can be done without a key. */
    private Change takenAwayAndRelinked() {
        List<ChainRow> chain = ledger.chain();
        int at = 1 + random.nextInt(chain.size() - 2);
        List<String> statements = new ArrayList<>();
        List<String> places = new ArrayList<>(List.of(chain.get(at).subject().toString()));
        statements.add(SignedTampering.delete(chain.get(at).subject()));
        statements.add("DELETE FROM ledger.signing_chain WHERE number > " + at);
        ChainRow before = chain.get(at - 1);
        for (ChainRow row : chain.subList(at + 1, chain.size())) {
            before = new ChainRow(before.number() + 1, before.hash(), row.subject(), row.digest(), row.seal());
            statements.add(insert(before));
            places.add(chain(before.number()));
        }
        return Change.of(
                "signing_chain: computed anew without a row", places.stream(), statements.toArray(String[]::new));
    }

    private Change cutOffAfter(String kind, long number) {
        List<String> statements = new ArrayList<>();
        List<String> places = new ArrayList<>();
        statements.add("DELETE FROM ledger.signing_chain WHERE number > " + number);
        for (ChainRow row : ledger.chain().subList((int) number, ledger.chain().size())) {
            places.add(chain(row.number()));
            places.add(row.subject().toString());
            if (!row.isBegin()) {
                statements.add(SignedTampering.delete(row.subject()));
            }
        }
        return Change.of(kind, places.stream(), statements.toArray(String[]::new));
    }

    /** All that was signed after some time: what is left is sound in itself, and was once all there was. */
    private Change olderSetPutBack() {
        List<ChainRow> sealed = ledger.chain().stream()
                .limit(ledger.chain().size() - 1)
                .filter(row -> row.seal() != null)
                .toList();
        return cutOffAfter(
                "signed rows: put back to an older set",
                sealed.get(random.nextInt(sealed.size())).number());
    }

    /** The last entry of the second log with its checkpoint and their places: what an honest signer would sign anew. */
    private Change lastHeadsTakenAway() {
        long first = ledger.chain().stream()
                .filter(row -> row.subject().equals(last(ChainRow.STATE_HEADS)))
                .findFirst()
                .orElseThrow()
                .number();
        return cutOffAfter("state_heads: put back by one entry", first - 1);
    }

    private Change everythingTakenAway() {
        return cutOffAfter("signed rows: put back to nothing", 0);
    }
}
