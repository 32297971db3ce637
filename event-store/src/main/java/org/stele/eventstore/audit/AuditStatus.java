package org.stele.eventstore.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An AuditStatus is the progress of the background audit and its findings.
 *
 * @param position the last event read in the current pass
 * @param size of the ledger when that pass began
 * @param passes that read everything and ended, since the node started
 * @param lastPassEndedAt null before the first
 * @param lastPass how long it took
 * @param findings the open findings, which stop signing and filing; empty when there are none
 * @param accepted the number of positions whose damage was accepted
 * @param interruption why the audit cannot read now; empty while it can
 */
public record AuditStatus(
        long position,
        long size,
        long passes,
        @Nullable Instant lastPassEndedAt,
        Duration lastPass,
        List<AuditFinding> findings,
        int accepted,
        String interruption) {

    static final AuditStatus STARTING = new AuditStatus(0, 0, 0, null, Duration.ZERO, List.of(), 0, "");

    public AuditStatus {
        findings = List.copyOf(findings);
    }

    AuditStatus at(long newPosition, long newSize) {
        return new AuditStatus(
                newPosition, newSize, passes, lastPassEndedAt, lastPass, findings, accepted, interruption);
    }

    AuditStatus passed(Instant endedAt, Duration took, int nowAccepted) {
        return new AuditStatus(position, size, passes + 1, endedAt, took, findings, nowAccepted, "");
    }

    AuditStatus with(List<AuditFinding> newFindings) {
        return new AuditStatus(position, size, passes, lastPassEndedAt, lastPass, newFindings, accepted, interruption);
    }

    AuditStatus interrupted(String reason) {
        return new AuditStatus(position, size, passes, lastPassEndedAt, lastPass, findings, accepted, reason);
    }
}
