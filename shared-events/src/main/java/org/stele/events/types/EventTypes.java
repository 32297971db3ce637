package org.stele.events.types;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.messaging.eventhandling.annotation.Event;
import org.jspecify.annotations.Nullable;
import org.stele.events.access.AccreditationWithdrawn;
import org.stele.events.access.OfficialAccredited;
import org.stele.events.access.SigningKeyEnrolled;
import org.stele.events.access.SigningKeyRevoked;
import org.stele.events.access.StaffAccreditationWithdrawn;
import org.stele.events.access.StaffAccredited;
import org.stele.events.attestation.AttestationAcceptedAsFiled;
import org.stele.events.attestation.AttestationAmended;
import org.stele.events.attestation.AttestationPublished;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationUnpublished;
import org.stele.events.attestation.AttestationWithdrawn;
import org.stele.events.attestation.AttestationWithheldAtRequest;
import org.stele.events.attestation.ClarificationProvided;
import org.stele.events.attestation.ClarificationRequested;
import org.stele.events.claims.ClaimDisputed;
import org.stele.events.claims.ClaimUpheld;
import org.stele.events.claims.ClaimWithdrawn;
import org.stele.events.claims.ExemptionClaimed;
import org.stele.events.claims.PriorContractsNotified;
import org.stele.events.claims.ScopeClaimed;
import org.stele.events.claims.WorkAuthorizationApproved;
import org.stele.events.custody.AccessLogDigested;
import org.stele.events.custody.DamageAcceptanceProposed;
import org.stele.events.custody.DamageAccepted;
import org.stele.events.custody.EventRedacted;
import org.stele.events.custody.RedactionProposed;
import org.stele.events.custody.SealedDataRead;
import org.stele.events.custody.SubjectKeyShredded;
import org.stele.events.discrepancies.DiscrepancyExplained;
import org.stele.events.discrepancies.DiscrepancyResolved;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.events.evidence.EvidenceResolved;
import org.stele.events.repatriation.ArrivalCorrected;
import org.stele.events.repatriation.ArrivalRecorded;
import org.stele.events.repatriation.ArrivalWithdrawn;
import org.stele.events.repatriation.BaselineCorrected;
import org.stele.events.repatriation.BaselineDeclared;
import org.stele.events.repatriation.BaselineWithdrawn;
import org.stele.events.repatriation.RepatriationNoticeCorrected;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.events.repatriation.RepatriationNoticeWithdrawn;
import org.stele.events.screening.ListVersionLoaded;
import org.stele.events.screening.ListVersionRejected;
import org.stele.events.screening.ListVersionReleased;
import org.stele.events.screening.ScreeningClearedWithoutHit;
import org.stele.events.screening.ScreeningFailed;
import org.stele.events.screening.ScreeningHitsRecorded;
import org.stele.events.screening.ScreeningReopened;
import org.stele.events.screening.ScreeningRequested;
import org.stele.events.screening.ScreeningVerdictConfirmed;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.screening.ScreeningVerdictReturned;

/** Every type of event that the ledger holds, by the name and version it is stored under. */
public final class EventTypes {

    private static final List<Class<?>> ALL = List.of(
            AttestationSubmitted.class,
            AttestationReceived.class,
            AttestationAmended.class,
            AttestationWithdrawn.class,
            ClarificationRequested.class,
            ClarificationProvided.class,
            AttestationAcceptedAsFiled.class,
            AttestationPublished.class,
            AttestationWithheldAtRequest.class,
            AttestationUnpublished.class,
            RepatriationNoticeRecorded.class,
            RepatriationNoticeCorrected.class,
            RepatriationNoticeWithdrawn.class,
            BaselineDeclared.class,
            BaselineCorrected.class,
            BaselineWithdrawn.class,
            ArrivalRecorded.class,
            ArrivalCorrected.class,
            ArrivalWithdrawn.class,
            ExemptionClaimed.class,
            ScopeClaimed.class,
            ClaimDisputed.class,
            ClaimUpheld.class,
            ClaimWithdrawn.class,
            PriorContractsNotified.class,
            WorkAuthorizationApproved.class,
            ListVersionLoaded.class,
            ListVersionReleased.class,
            ListVersionRejected.class,
            ScreeningRequested.class,
            ScreeningHitsRecorded.class,
            ScreeningClearedWithoutHit.class,
            ScreeningFailed.class,
            ScreeningVerdictProposed.class,
            ScreeningVerdictConfirmed.class,
            ScreeningVerdictReturned.class,
            ScreeningReopened.class,
            EvidenceRecorded.class,
            EvidenceResolved.class,
            DiscrepancyExplained.class,
            DiscrepancyResolved.class,
            DamageAcceptanceProposed.class,
            DamageAccepted.class,
            SubjectKeyShredded.class,
            AccessLogDigested.class,
            RedactionProposed.class,
            EventRedacted.class,
            SealedDataRead.class,
            OfficialAccredited.class,
            AccreditationWithdrawn.class,
            SigningKeyEnrolled.class,
            SigningKeyRevoked.class,
            StaffAccredited.class,
            StaffAccreditationWithdrawn.class);

    private static final Map<String, Class<?>> BY_NAME = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(type -> key(name(type), version(type)), Function.identity()));

    private EventTypes() {}

    /** All types, in the order in which their contexts are described. */
    public static List<Class<?>> all() {
        return ALL;
    }

    /** The stored name, such as {@code attestation.AttestationSubmitted}. */
    public static String name(Class<?> type) {
        Event event = annotation(type);
        return event.namespace() + "." + event.name();
    }

    /** The version of the shape, from {@code 1}. */
    public static String version(Class<?> type) {
        return annotation(type).version();
    }

    /** The type that is stored under this name and version, the newest of its name; null where this program knows none. */
    public static @Nullable Class<?> find(String name, String version) {
        return BY_NAME.get(key(name, version));
    }

    private static Event annotation(Class<?> type) {
        Event event = type.getAnnotation(Event.class);
        if (event == null) {
            throw new IllegalArgumentException(type + " is no event: it has no @Event.");
        }
        return event;
    }

    private static String key(String name, String version) {
        return name + "#" + version;
    }
}
