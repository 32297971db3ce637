package org.stele.command.screening.proposeverdict;

import org.stele.events.EventJson;
import org.stele.events.FilingId;
import org.stele.events.SubjectRef;
import org.stele.events.screening.ScreeningVerdictProposed;
import org.stele.events.seal.Seals;

/** Puts what a verdict tells of its subject under the subject's key. */
@FunctionalInterface
interface GroundsSealing {

    ScreeningVerdictProposed seal(FilingId by, ScreeningVerdictProposed decided, SubjectRef subject);

    static GroundsSealing under(Seals seals) {
        return (by, decided, subject) -> decided.withGrounds(seals.seal(
                by, EventJson.MAPPER.writeValueAsString(decided.grounds()), subject.value(), decided.screening()));
    }
}
