package org.stele.events.custody;

/** An event about the keeping of the ledger. It is about no State. */
public sealed interface CustodyEvent
        permits DamageAcceptanceProposed,
                DamageAccepted,
                SubjectKeyShredded,
                AccessLogDigested,
                RedactionProposed,
                EventRedacted,
                SealedDataRead {

    CustodyMatter matter();
}
