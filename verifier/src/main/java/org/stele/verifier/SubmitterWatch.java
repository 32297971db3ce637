package org.stele.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.ledger.Leaf;
import org.stele.ledger.NotVerified;
import org.stele.ledger.submitter.Roots;
import org.stele.ledger.submitter.SubmitterCheck;
import org.stele.ledger.submitter.SubmitterClaim;
import org.stele.ledger.submitter.SubmitterFiles;
import org.stele.ledger.submitter.SubmitterFinding;
import org.stele.ledger.submitter.SubmitterFinding.Status;

/** A SubmitterWatch follows the signatures of submitters while a bundle is read (docs/spec/submitters.md, section 10). */
final class SubmitterWatch {

    /** So many failures are named in a refusal. */
    private static final int MAX_NAMED = 20;

    private final SubmitterCheck check;
    private final SubmitterFiles files;
    private final SubmitterFindings findings = new SubmitterFindings();
    private final List<SubmitterFinding> failed = new ArrayList<>();

    SubmitterWatch(String origin, Roots roots) {
        check = new SubmitterCheck(origin, roots);
        files = new SubmitterFiles(origin);
    }

    SubmitterFindings findings() {
        return findings;
    }

    /** @param claim of the body; null where it is not shown */
    void event(Leaf leaf, @Nullable SubmitterClaim claim) {
        if (claim == null) {
            check.hidden(leaf.state());
            findings.hidden();
            return;
        }
        SubmitterFinding finding = check.event(leaf.position(), leaf.state(), claim);
        files.add(leaf.position(), leaf.state(), claim);
        findings.add(finding);
        if (finding.status() == Status.FAILED) {
            failed.add(finding);
        }
    }

    void lists(byte[] keys, byte[] signatures) throws NotVerified {
        if (!files.isWanted() || !Arrays.equals(files.keys(), keys) || !Arrays.equals(files.signatures(), signatures)) {
            throw new NotVerified("The lists of what submitters signed are not those that follow from the events");
        }
    }

    void end() throws NotVerified {
        if (failed.isEmpty()) {
            return;
        }
        String named = failed.stream()
                .limit(MAX_NAMED)
                .map(one -> "position %s: %s".formatted(one.position(), one.why()))
                .collect(Collectors.joining("; "));
        throw new NotVerified("%s of submitters' signatures FAILED, while the ledger itself holds: %s%s"
                .formatted(failed.size(), named, failed.size() > MAX_NAMED ? "; and more" : ""));
    }
}
