package org.stele.eventstore.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stele.eventstore.audit.AuditFinding.Where;
import org.stele.eventstore.guard.WriteGate;
import org.stele.eventstore.guard.WriteGate.Keeper;
import org.stele.eventstore.home.FindingsFile;

/**
 * An AuditFindings is the open findings of the audit: while there are any, the gate is closed, and a file keeps them.
 */
final class AuditFindings {

    /** Further findings are not kept one by one. */
    private static final int MOST = 100;

    private static final Logger LOG = LoggerFactory.getLogger(AuditFindings.class);

    private final WriteGate gate;
    private final FindingsFile kept;
    private volatile List<AuditFinding> standing = List.of();

    AuditFindings(WriteGate gate, FindingsFile kept) {
        this.gate = gate;
        this.kept = kept;
    }

    List<AuditFinding> standing() {
        return standing;
    }

    boolean isEmpty() {
        return standing.isEmpty();
    }

    /** Whether only a full pass can tell that everything is sound again. */
    boolean needsPass() {
        return standing.stream().anyMatch(finding -> finding.where() == Where.ELSEWHERE);
    }

    /** Loads the findings that were open when the node ended. */
    void recall() {
        try {
            List<AuditFinding> before =
                    kept.read().stream().map(AuditFinding::parse).toList();
            if (!before.isEmpty()) {
                LOG.warn("The audit found before this start: {}", what(before));
                stand(before);
            }
        } catch (IOException e) {
            LOG.warn("What the audit found before cannot be read; it reads everything anew: {}", e.getMessage());
        }
    }

    void add(AuditFinding finding) {
        if (standing.contains(finding) || standing.size() >= MOST) {
            return;
        }
        LOG.error(
                "The audit found damage, and nothing is signed or filed until it is mended or accepted: {}",
                finding.what());
        List<AuditFinding> more = new ArrayList<>(standing);
        more.add(finding);
        replace(more);
    }

    /** Keeps only the findings that a new check confirmed. */
    void retain(List<AuditFinding> left) {
        if (left.equals(standing)) {
            return;
        }
        standing.stream()
                .filter(finding -> !left.contains(finding))
                .forEach(finding -> LOG.warn("No longer so, or accepted: {}", finding.what()));
        replace(left);
        if (left.isEmpty()) {
            LOG.warn("The audit finds nothing wrong any more: signing and filing go on");
        }
    }

    private void replace(List<AuditFinding> findings) {
        stand(findings);
        try {
            kept.write(findings.stream().map(AuditFinding::line).toList());
        } catch (IOException e) {
            LOG.warn("What the audit found cannot be kept; after a restart it must be found anew: {}", e.getMessage());
        }
    }

    private void stand(List<AuditFinding> findings) {
        standing = List.copyOf(findings);
        if (findings.isEmpty()) {
            gate.open(Keeper.AUDIT);
        } else {
            gate.close(Keeper.AUDIT, "the audit found " + what(findings));
        }
    }

    private static String what(List<AuditFinding> findings) {
        String first = findings.getFirst().what();
        return findings.size() == 1 ? first : first + " (and " + (findings.size() - 1) + " more)";
    }
}
