package org.stele.eventstore;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.stele.eventstore.ChainRow.Subject;
import org.stele.ledger.note.NoteKey;

/** The SignedTampering changes, adds, moves and removes rows of what was signed, and of the chain that holds it together. */
final class SignedTampering {

    private static final List<String> TABLES =
            List.of(ChainRow.CHECKPOINT, ChainRow.COSIGNATURE, ChainRow.STATE_HEADS, ChainRow.SIGNING_KEY);
    private static final long ASIDE = 1_000_000_000L;

    private static final NoteKey STRANGER = new NoteKey(TestSigning.ORIGIN, NoteKey.Kind.ED25519, new byte[32]);

    private final TamperedLedger ledger;
    private final SplittableRandom random;

    SignedTampering(TamperedLedger ledger, SplittableRandom random) {
        this.ledger = ledger;
        this.random = random;
    }

    List<Supplier<Change>> kinds() {
        List<Supplier<Change>> kinds = new ArrayList<>();
        for (String table : TABLES) {
            kinds.add(() -> deleted(table));
            kinds.add(() -> deletedButTheLast(table));
            kinds.add(() -> allDeleted(table));
        }
        kinds.addAll(List.of(
                () -> changed(ChainRow.CHECKPOINT, "note = set_bit(note, 77, 1 - get_bit(note, 77))"),
                () -> changed(ChainRow.CHECKPOINT, "note = note || convert_to(E'x\\n', 'UTF8')"),
                () -> changed(ChainRow.CHECKPOINT, "signed_at = signed_at - interval '1 microsecond'"),
                () -> changed(ChainRow.CHECKPOINT, "size = size + " + ASIDE),
                () -> changed(ChainRow.COSIGNATURE, "line = overlay(line placing 'A' from 40 for 1) || ' '"),
                () -> changed(ChainRow.COSIGNATURE, "witness = witness || 'x'"),
                () -> changed(ChainRow.COSIGNATURE, "size = size + " + ASIDE),
                () -> changed(ChainRow.STATE_HEADS, "leaf = set_bit(leaf, 77, 1 - get_bit(leaf, 77))"),
                () -> changed(ChainRow.STATE_HEADS, "leaf_hash = sha256(leaf_hash)"),
                () -> changed(ChainRow.STATE_HEADS, "size = size + " + ASIDE),
                () -> changed(ChainRow.STATE_HEADS, "recorded_at = recorded_at + interval '1 day'"),
                () -> changed(ChainRow.SIGNING_KEY, "size = size + 1"),
                () -> changed(ChainRow.SIGNING_KEY, "verifier_key = overlay(verifier_key placing 'x' from 3 for 1)"),
                this::notesSwapped,
                this::noteReplaced,
                this::linesSwapped,
                this::headsSwapped,
                this::headsReplaced,
                this::edgesSwapped,
                this::checkpointAdded,
                this::cosignatureAdded,
                this::keyAdded,
                this::headsAdded,
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
                this::everythingTakenAway));
        return List.copyOf(kinds);
    }

    private List<Subject> subjects(String table) {
        return ledger.chain().stream()
                .map(ChainRow::subject)
                .filter(subject -> subject.kind().equals(table))
                .toList();
    }

    private Subject subject(String table) {
        List<Subject> all = subjects(table);
        return all.get(random.nextInt(all.size()));
    }

    private Subject otherThan(Subject subject) {
        List<Subject> all = subjects(subject.kind());
        int at = all.indexOf(subject);
        return all.get((at + 1 + random.nextInt(all.size() - 1)) % all.size());
    }

    private static String where(Subject subject) {
        return " WHERE "
                + switch (subject.kind()) {
                    case ChainRow.CHECKPOINT -> "log = '" + subject.part() + "' AND size = " + subject.size();
                    case ChainRow.COSIGNATURE ->
                        "log = '" + subject.part() + "' AND size = " + subject.size() + " AND witness = '" + subject.name()
                                + "'";
                    case ChainRow.STATE_HEADS -> "index = " + subject.size();
                    default -> "verifier_key = '" + subject.name() + "' AND edge = '" + subject.part() + "'";
                };
    }

    private static String delete(Subject subject) {
        return "DELETE FROM ledger." + subject.kind() + where(subject);
    }

    private static String chain(long number) {
        return "signing_chain (number " + number + ")";
    }

    private Change at(String kind, List<Subject> subjects, String... statements) {
        return Change.of(kind, subjects.stream().map(Subject::toString), statements);
    }

    private Change deleted(String table) {
        Subject subject = subject(table);
        return at(table + ": deleted", List.of(subject), delete(subject));
    }

    private Change deletedButTheLast(String table) {
        List<Subject> all = subjects(table);
        List<Subject> gone = all.subList(0, all.size() - 1);
        return at(
                table + ": all but the last deleted",
                gone,
                gone.stream().map(SignedTampering::delete).toArray(String[]::new));
    }

    private Change allDeleted(String table) {
        return at(table + ": all deleted", subjects(table), "DELETE FROM ledger." + table);
    }

    private Change changed(String table, String assignment) {
        Subject subject = subject(table);
        return at(
                table + ": " + assignment.substring(0, assignment.indexOf(' ')),
                List.of(subject),
                "UPDATE ledger." + table + " SET " + assignment + where(subject));
    }

    private Change notesSwapped() {
        Subject one = subject(ChainRow.CHECKPOINT);
        Subject other = otherThan(one);
        return at(
                "checkpoint: reordered",
                List.of(one, other),
                "UPDATE ledger.checkpoint c SET note = (SELECT o.note FROM ledger.checkpoint o WHERE o.note <> c.note AND ("
                        + is(one) + " OR " + is(other) + ")) WHERE " + is(one).replace("o.", "c.") + " OR "
                        + is(other).replace("o.", "c."));
    }

    private static String is(Subject checkpoint) {
        return "(o.log = '" + checkpoint.part() + "' AND o.size = " + checkpoint.size() + ")";
    }

    private Change noteReplaced() {
        Subject one = subject(ChainRow.CHECKPOINT);
        Subject other = otherThan(one);
        return at(
                "checkpoint: replaced by another",
                List.of(one),
                "UPDATE ledger.checkpoint SET note = (SELECT o.note FROM ledger.checkpoint o WHERE " + is(other) + ")"
                        + where(one));
    }

    private Change linesSwapped() {
        Subject one = subject(ChainRow.COSIGNATURE);
        Subject other = otherThan(one);
        String line = "(SELECT line FROM ledger.cosignature" + where(other) + ")";
        return at("cosignature: replaced", List.of(one), "UPDATE ledger.cosignature SET line = " + line + where(one));
    }

    private Change headsSwapped() {
        Subject one = subject(ChainRow.STATE_HEADS);
        Subject other = otherThan(one);
        String move = "UPDATE ledger.state_heads SET index = ";
        return at(
                "state_heads: reordered",
                List.of(one, other),
                move + ASIDE + where(one),
                move + one.size() + where(other),
                move + other.size() + " WHERE index = " + ASIDE);
    }

    private Change headsReplaced() {
        Subject one = subject(ChainRow.STATE_HEADS);
        Subject other = otherThan(one);
        return at(
                "state_heads: replaced",
                List.of(one),
                "UPDATE ledger.state_heads SET (leaf, leaf_hash) = (SELECT leaf, leaf_hash FROM ledger.state_heads"
                        + where(other) + ")" + where(one));
    }

    private Change edgesSwapped() {
        Subject one = subject(ChainRow.SIGNING_KEY);
        return at(
                "signing_key: the other edge",
                List.of(one),
                "UPDATE ledger.signing_key SET edge = CASE edge WHEN 'first' THEN 'last' ELSE 'first' END" + where(one));
    }

    private Change checkpointAdded() {
        Subject one = subject(ChainRow.CHECKPOINT);
        Subject added = new Subject(one.kind(), one.part(), one.size() + ASIDE, "");
        return at(
                "checkpoint: added",
                List.of(added),
                "INSERT INTO ledger.checkpoint SELECT log, size + " + ASIDE + ", note FROM ledger.checkpoint" + where(one));
    }

    private Change cosignatureAdded() {
        Subject one = subject(ChainRow.COSIGNATURE);
        Subject added = new Subject(one.kind(), one.part(), one.size(), "another");
        return at(
                "cosignature: added",
                List.of(added),
                "INSERT INTO ledger.cosignature SELECT log, size, 'another', line FROM ledger.cosignature" + where(one));
    }

    private Change keyAdded() {
        String key = STRANGER.toString();
        Subject added = new Subject(ChainRow.SIGNING_KEY, "first", 0, key);
        return at("signing_key: added", List.of(added), "INSERT INTO ledger.signing_key VALUES ('" + key + "', 'first', 0)");
    }

    private Change headsAdded() {
        List<Subject> all = subjects(ChainRow.STATE_HEADS);
        long index = all.size() + random.nextInt(2);
        return at(
                "state_heads: added",
                List.of(Subject.stateHeads(index)),
                "INSERT INTO ledger.state_heads SELECT " + index + ", size + " + ASIDE
                        + ", leaf, leaf_hash FROM ledger.state_heads WHERE index = 0");
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
                "DELETE FROM ledger.signing_chain WHERE number < " + ledger.chain().size());
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
        return "INSERT INTO ledger.signing_chain VALUES (" + row.number() + ", '\\x" + row.previous().hex() + "', '"
                + row.subject().kind() + "', '" + row.subject().part() + "', " + row.subject().size() + ", '"
                + row.subject().name() + "', '\\x" + row.digest().hex() + "', "
                + (seal == null ? "NULL" : "'\\x" + HexFormat.of().formatHex(seal) + "'") + ")";
    }

    /** A row of a made-up witness and its place in the chain, as whoever may append can add them. */
    private Change recordedAndLinked() {
        Subject one = subject(ChainRow.COSIGNATURE);
        Subject added = new Subject(one.kind(), one.part(), one.size(), "another");
        long end = ledger.chain().size();
        return Change.of(
                "signing_chain: added with its row",
                Stream.of(chain(end + 1), added.toString()),
                "INSERT INTO ledger.cosignature VALUES ('" + one.part() + "', " + one.size() + ", 'another', 'x')",
                insert(new ChainRow(
                        end + 1, ledger.chain().getLast().hash(), added, ChainRow.digest("x"), null)));
    }

    /** A row is taken away, and the chain is computed anew without it, as far as that can be done without a key. */
    private Change takenAwayAndRelinked() {
        List<ChainRow> chain = ledger.chain();
        int at = 1 + random.nextInt(chain.size() - 2);
        List<String> statements = new ArrayList<>();
        List<String> places = new ArrayList<>(List.of(chain.get(at).subject().toString()));
        statements.add(delete(chain.get(at).subject()));
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
                statements.add(delete(row.subject()));
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
                .filter(row -> row.subject().equals(subjects(ChainRow.STATE_HEADS).getLast()))
                .findFirst()
                .orElseThrow()
                .number();
        return cutOffAfter("state_heads: put back by one entry", first - 1);
    }

    private Change everythingTakenAway() {
        return cutOffAfter("signed rows: put back to nothing", 0);
    }
}
