package org.stele.verifier;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Leaf;
import org.stele.ledger.NotVerified;
import org.stele.ledger.TreeHash;
import org.stele.ledger.note.Policy;
import org.stele.ledger.note.TlogProof;
import org.stele.ledger.note.Trusted;

/** The check of one event by its proof (docs/spec/ledger.md, section 6). */
final class EventProof {

    private EventProof() {}

    /** What holds of the event of this file (section 6.1). */
    static Outcome check(Policy policy, byte[] file, ProofSubmitter submitter) throws NotVerified {
        TlogProof proof = TlogProof.parseOfEvent(file);
        byte[] extra = proof.extra();
        if (extra == null) {
            throw new WrongUse(
                    "Expected the file of an event, and this is a proof alone. Get the file from /api/v1/events/POSITION/evidence, or check the proof with its leaf: stele-verify proof FILE --leaf LEAF.");
        }
        Map<String, String> members = new JsonScanner(extra).texts();
        byte[] leaf = Opening.member(members, "leaf").getBytes(US_ASCII);
        // A body that the reader may not see, or that was removed, is not there, and then no salt either.
        boolean isOpened = members.containsKey("body") || members.containsKey("salt");
        return check(policy, proof, leaf, isOpened ? Opening.ofEvent(members) : null, submitter);
    }

    /**
     * What holds of the event.
     *
     * @param leaf the bytes of its leaf
     * @param opening what is compared with the leaf's commitment; null where the auditor has none
     */
    static Outcome check(
            Policy policy, TlogProof proof, byte[] leaf, @Nullable Opening opening, ProofSubmitter submitter)
            throws NotVerified {
        Trusted trusted = policy.check(proof.checkpoint()).requireWitnessed();
        Leaf proven = prove(proof, leaf);
        if (opening != null) {
            opening.requireOpens(proven);
            requireOfState(BodyFacts.parse(opening.body()), proven);
            submitter.check(trusted.checkpoint().origin(), proven, opening.body());
        }
        return outcome(trusted, proven, opening != null, submitter.findings());
    }

    private static void requireOfState(BodyFacts body, Leaf leaf) throws NotVerified {
        if (!Objects.equals(body.state(), leaf.state())) {
            throw new NotVerified("The leaf names the State %s and the body %s".formatted(leaf.state(), body.state()));
        }
    }

    private static Outcome outcome(Trusted trusted, Leaf leaf, boolean opened, SubmitterFindings submitters) {
        List<String> lines = new ArrayList<>();
        lines.add("VERIFIED: position %s of %s at size %s."
                .formatted(
                        leaf.position(),
                        trusted.checkpoint().origin(),
                        trusted.checkpoint().size()));
        if (opened) {
            lines.add("The body is the one that the leaf commits to.");
        }
        lines.add("Recorded, by the operator's word, at %s, about %s."
                .formatted(leaf.recordedAt(), leaf.state() == null ? "no one State" : leaf.state()));
        trusted.signers().forEach(key -> lines.add("Signed by " + key + "."));
        trusted.cosignatures().forEach(one -> lines.add("Witnessed by %s at %s.".formatted(one.name(), one.at())));
        lines.addAll(submitters.lines());
        lines.add(
                "Not checked: completeness, and whether the submitter's key was revoked before, which take a bundle%s."
                        .formatted(opened ? "" : "; the body"));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("origin", trusted.checkpoint().origin());
        json.put("size", trusted.checkpoint().size());
        json.put("position", leaf.position());
        json.put("opened", opened);
        json.put("submitters", submitters.json());
        json.put("witnesses", trusted.cosignatures().size());
        return new Outcome(lines, json);
    }

    /** The leaf that the proof is for; refused where the proof does not place it. */
    static Leaf prove(TlogProof proof, byte[] data) throws NotVerified {
        Leaf leaf = Leaf.parse(data);
        if (leaf.position() != proof.leafIndex() + 1) {
            throw new NotVerified("The proof is of position %s and the leaf of position %s"
                    .formatted(proof.leafIndex() + 1, leaf.position()));
        }
        if (!proof.inclusion()
                .proves(TreeHash.leaf(data), proof.checkpoint().checkpoint().root())) {
            throw new NotVerified("The proof does not lead from the leaf to the root");
        }
        return leaf;
    }
}
