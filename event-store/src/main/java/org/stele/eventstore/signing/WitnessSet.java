package org.stele.eventstore.signing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stele.eventstore.home.SigningRefused;
import org.stele.eventstore.log.CheckpointRows;
import org.stele.eventstore.log.Log;
import org.stele.eventstore.witness.Witness;
import org.stele.eventstore.witness.WitnessAnswer;
import org.stele.eventstore.witness.WitnessClient;
import org.stele.ledger.ConsistencyProof;
import org.stele.ledger.Tree;
import org.stele.ledger.note.AddCheckpoint;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.note.NoteSignature;
import org.stele.ledger.note.SignedCheckpoint;

/**
 * A WitnessSet is the witnesses of one ledger and the sizes that they are known to have cosigned. A witness that does
 * not answer is skipped for a while, so that it delays one checkpoint and not each. Not safe for several threads.
 */
final class WitnessSet {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessSet.class);

    private static final long PAUSE_NANOS = Duration.ofSeconds(30).toNanos();

    private final WitnessClient client;
    private final Log log;
    private final Map<Witness, Long> cosigned = new LinkedHashMap<>();
    private final Map<Witness, Long> pausedAt = new HashMap<>();

    private WitnessSet(WitnessClient client, Log log) {
        this.client = client;
        this.log = log;
    }

    static WitnessSet load(Connection connection, WitnessClient client, Log log, List<Witness> witnesses)
            throws SQLException {
        WitnessSet cosigners = new WitnessSet(client, log);
        for (Witness witness : witnesses) {
            cosigners.cosigned.put(witness, new CheckpointRows(connection, log).cosigned(witness.key()));
        }
        return cosigners;
    }

    /**
     * Asks for cosignatures under a checkpoint that nobody has seen yet. A witness that knows a larger ledger, or
     * another one, ends the signing: the database is an old copy, or another history.
     *
     * @param tree of the checkpoint's size
     */
    Map<NoteKey, NoteSignature> ask(SignedCheckpoint checkpoint, Tree tree) {
        Map<NoteKey, NoteSignature> lines = new LinkedHashMap<>();
        Map<Witness, AddCheckpoint> requests = new LinkedHashMap<>();
        cosigned.keySet().stream().filter(this::isAwake).forEach(witness -> {
            requests.put(witness, request(witness, checkpoint, tree));
        });
        Map<Witness, AddCheckpoint> again = new LinkedHashMap<>();
        for (int round = 0; round < 2 && !requests.isEmpty(); round++) {
            again.clear();
            client.ask(requests).forEach((witness, answer) -> {
                if (take(witness, answer, checkpoint, lines)) {
                    again.put(witness, request(witness, checkpoint, tree));
                }
            });
            requests.clear();
            requests.putAll(again);
        }
        again.keySet().forEach(witness -> pause(witness, "it names another size each time"));
        return lines;
    }

    private AddCheckpoint request(Witness witness, SignedCheckpoint checkpoint, Tree tree) {
        long oldSize = Math.min(cosigned.getOrDefault(witness, 0L), checkpoint.size());
        ConsistencyProof proof = tree.consistency(oldSize);
        return new AddCheckpoint(oldSize, proof.hashes(), checkpoint);
    }

    /** Whether the witness is to be asked again, from the size that it knows. */
    private boolean take(
            Witness witness, WitnessAnswer answer, SignedCheckpoint checkpoint, Map<NoteKey, NoteSignature> lines) {
        switch (answer) {
            case WitnessAnswer.Cosigned signed -> {
                lines.put(witness.key(), signed.line());
                cosigned.put(witness, checkpoint.size());
                if (pausedAt.remove(witness) != null) {
                    LOG.info("The witness {} cosigns {} again", witness.key().name(), log);
                }
            }
            case WitnessAnswer.Knows known -> {
                requireNotBeyond(witness, known.size(), checkpoint);
                cosigned.put(witness, known.size());
                return true;
            }
            case WitnessAnswer.Contradicts other ->
                throw contradicted(witness, checkpoint, "it refuses the proof: " + other.said());
            case WitnessAnswer.Silent silent -> pause(witness, silent.reason());
        }
        return false;
    }

    private void requireNotBeyond(Witness witness, long known, SignedCheckpoint checkpoint) {
        if (known > checkpoint.size()) {
            throw contradicted(witness, checkpoint, "it cosigned size " + known + " before");
        }
        if (known == checkpoint.size() && known == cosigned.getOrDefault(witness, 0L)) {
            throw contradicted(witness, checkpoint, "it cosigned another root of the same size");
        }
    }

    private static SigningRefused contradicted(Witness witness, SignedCheckpoint checkpoint, String what) {
        return new SigningRefused(
                "The witness %s knows another history of %s than this database at size %s: %s. Expected this database to extend what was cosigned; it is an old copy or a fork. Stop, and restore the database that the witness knows."
                        .formatted(witness.key().name(), checkpoint.checkpoint().origin(), checkpoint.size(), what));
    }

    private void pause(Witness witness, String reason) {
        if (pausedAt.put(witness, System.nanoTime()) == null) {
            LOG.warn("The witness {} does not cosign {}: {}", witness.key().name(), log, reason);
        }
    }

    private boolean isAwake(Witness witness) {
        Long since = pausedAt.get(witness);
        return since == null || System.nanoTime() - since >= PAUSE_NANOS;
    }
}
