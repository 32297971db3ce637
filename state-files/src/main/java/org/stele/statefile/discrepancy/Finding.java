package org.stele.statefile.discrepancy;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.events.discrepancies.DiscrepancySubject;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.Evidence;
import org.stele.statefile.NoticeVersion;
import org.stele.statefile.across.SharedSubjects;
import org.stele.statefile.discrepancy.Discrepancy.Filing;

/** What a rule finds, before anybody asks what was answered. */
record Finding(DiscrepancyCode code, Filing a, @Nullable Filing b, Map<String, Long> figures) {

    DiscrepancySubject subject() {
        return new DiscrepancySubject(code, a.id(), b == null ? null : b.id(), new TreeMap<>(figures));
    }

    static Filing filing(AttestationReading attestation) {
        return new Filing(attestation.id(), attestation.attestation().firstPosition());
    }

    static Filing filing(NoticeVersion notice) {
        return new Filing(notice.id(), notice.filedAt());
    }

    static Filing filing(Evidence evidence) {
        return new Filing(evidence.id(), evidence.firstPosition());
    }

    /** One subject in filings of two States: their positions alone tell which is the first. */
    static Finding of(SharedSubjects.Pair pair) {
        Filing own = new Filing(pair.own(), pair.filedAt());
        Filing other = new Filing(pair.other().id(), pair.other().filedAt());
        return own.position() < other.position()
                ? new Finding(DiscrepancyCode.SUBJECT_IN_TWO_STATES, own, other, Map.of())
                : new Finding(DiscrepancyCode.SUBJECT_IN_TWO_STATES, other, own, Map.of());
    }

    /** With the filing of the lower position first. */
    static Finding inOrder(DiscrepancyCode code, Filing one, long ofOne, Filing other, long ofOther) {
        return one.position() < other.position()
                ? new Finding(code, one, other, Map.of("a", ofOne, "b", ofOther))
                : new Finding(code, other, one, Map.of("a", ofOther, "b", ofOne));
    }
}
