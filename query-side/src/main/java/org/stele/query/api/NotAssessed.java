package org.stele.query.api;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stele.events.FilingId;
import org.stele.events.ObligationId;
import org.stele.events.PersonsCategory;
import org.stele.query.view.StateResult;
import org.stele.statefile.AttestationReading;
import org.stele.statefile.Days;
import org.stele.statefile.NoticeVersion;

/** What was filed to the obligations that no rule assesses (rules, section 4.6). */
public final class NotAssessed {

    private NotAssessed() {}

    public static Map<ObligationId, List<FilingId>> of(StateResult seen) {
        LocalDate knownOn = seen.view().knownOn();
        List<FilingId> approvals = seen.file().approvals().stream()
                .filter(approval -> Days.isBy(approval.approvedOn(), knownOn))
                .map(approval -> approval.id())
                .toList();
        Map<ObligationId, List<FilingId>> filed = new EnumMap<>(ObligationId.class);
        filed.put(ObligationId.WA_CAP, approvals);
        filed.put(ObligationId.WA_BAN, approvals);
        filed.put(
                ObligationId.WA_NOTIFY,
                seen.file().contracts().stream()
                        .filter(contracts -> Days.isBy(contracts.received(), knownOn))
                        .map(contracts -> contracts.id())
                        .toList());
        filed.put(ObligationId.REPAT_ATT, ofAttaches(seen));
        return filed;
    }

    private static List<FilingId> ofAttaches(StateResult seen) {
        return Stream.concat(
                        seen.view().inView().attestations().stream()
                                .filter(filing -> filing.content().attaches() != null)
                                .map(AttestationReading::id),
                        seen.view().inView().notices().stream()
                                .filter(notice -> notice.category() == PersonsCategory.ATTACHE)
                                .map(NoticeVersion::id))
                .toList();
    }
}
