package org.stele.eventstore.fsck;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.stele.eventstore.log.ChainRow;
import org.stele.eventstore.log.ChainRow.Subject;
import org.stele.eventstore.signing.TestSigning;
import org.stele.ledger.note.NoteKey;

/** The SignedTampering changes, adds, moves and removes rows of what was signed. */
public final class SignedTampering {

    private static final List<String> TABLES =
            List.of(ChainRow.CHECKPOINT, ChainRow.COSIGNATURE, ChainRow.STATE_HEADS, ChainRow.SIGNING_KEY);
    private static final long ASIDE = 1_000_000_000L;

    private static final NoteKey STRANGER = new NoteKey(TestSigning.ORIGIN, NoteKey.Kind.ED25519, new byte[32]);

    private final TamperedLedger ledger;
    private final SplittableRandom random;

    public SignedTampering(TamperedLedger ledger, SplittableRandom random) {
        this.ledger = ledger;
        this.random = random;
    }

    public List<Supplier<Change>> kinds() {
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
                this::headsAdded));
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
                        "log = '" + subject.part() + "' AND size = " + subject.size() + " AND witness = '"
                                + subject.name() + "'";
                    case ChainRow.STATE_HEADS -> "index = " + subject.size();
                    default -> "verifier_key = '" + subject.name() + "' AND edge = '" + subject.part() + "'";
                };
    }

    static String delete(Subject subject) {
        return "DELETE FROM ledger." + subject.kind() + where(subject);
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
                "UPDATE ledger.signing_key SET edge = CASE edge WHEN 'first' THEN 'last' ELSE 'first' END"
                        + where(one));
    }

    private Change checkpointAdded() {
        Subject one = subject(ChainRow.CHECKPOINT);
        Subject added = new Subject(one.kind(), one.part(), one.size() + ASIDE, "");
        return at(
                "checkpoint: added",
                List.of(added),
                "INSERT INTO ledger.checkpoint SELECT log, size + " + ASIDE + ", note FROM ledger.checkpoint"
                        + where(one));
    }

    private Change cosignatureAdded() {
        Subject one = subject(ChainRow.COSIGNATURE);
        Subject added = new Subject(one.kind(), one.part(), one.size(), "another");
        return at(
                "cosignature: added",
                List.of(added),
                "INSERT INTO ledger.cosignature SELECT log, size, 'another', line FROM ledger.cosignature"
                        + where(one));
    }

    private Change keyAdded() {
        String key = STRANGER.toString();
        Subject added = new Subject(ChainRow.SIGNING_KEY, "first", 0, key);
        return at(
                "signing_key: added",
                List.of(added),
                "INSERT INTO ledger.signing_key VALUES ('" + key + "', 'first', 0)");
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
}
