package org.stele.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stele.ledger.Leaf;
import org.stele.ledger.NotVerified;
import org.stele.ledger.submitter.Roots;
import org.stele.ledger.submitter.SubmitterCheck;
import org.stele.ledger.submitter.SubmitterFinding;
import org.stele.ledger.submitter.SubmitterFinding.Status;

/**
 * A ProofSubmitter checks the submitter's signature of one event, with the events about keys that the auditor names. The root
 * signed those; that they are in the ledger, and that none is missing, takes a bundle.
 */
final class ProofSubmitter {

    private static final int MAX_OPENING_BYTES = 2 << 20;

    private final List<Opening> keyEvents;
    private final Roots roots;
    private final SubmitterFindings findings = new SubmitterFindings();

    private ProofSubmitter(List<Opening> keyEvents, Roots roots) {
        this.keyEvents = keyEvents;
        this.roots = roots;
    }

    static ProofSubmitter read(List<Path> files, Roots roots) throws IOException {
        List<Opening> openings = new ArrayList<>();
        for (Path file : files) {
            openings.add(Opening.parse(Files.read(file, MAX_OPENING_BYTES, FileKind.OPENING)));
        }
        return new ProofSubmitter(openings, roots);
    }

    SubmitterFindings findings() {
        return findings;
    }

    void check(String origin, Leaf leaf, byte[] body) throws NotVerified {
        SubmitterCheck check = new SubmitterCheck(origin, roots);
        // Others may have come before: what is not enrolled here may be enrolled there.
        check.hidden(leaf.state());
        for (Opening opening : inOrder()) {
            Leaf of = opening.requireLeaf();
            opening.requireOpens(of);
            if (of.position() < leaf.position()) {
                add(check.event(of.position(), of.state(), opening.body()));
            }
        }
        add(check.event(leaf.position(), leaf.state(), body));
    }

    private List<Opening> inOrder() {
        return keyEvents.stream()
                .sorted(Comparator.comparingLong(
                        opening -> opening.requireLeaf().position()))
                .toList();
    }

    private void add(SubmitterFinding finding) throws NotVerified {
        findings.add(finding);
        if (finding.status() == Status.FAILED) {
            throw new NotVerified(
                    "Position %s: the submitter's signature FAILED: %s".formatted(finding.position(), finding.why()));
        }
    }
}
