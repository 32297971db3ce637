package org.stele.benchmarks;

import java.util.SplittableRandom;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.StateEvent;
import org.stele.events.claims.ClaimDisputed;
import org.stele.events.claims.ClaimUpheld;
import org.stele.events.claims.ClaimWithdrawn;
import org.stele.events.claims.ExemptionClaimed;
import org.stele.events.claims.ExemptionGround;
import org.stele.events.claims.ScopeClaimed;
import org.stele.events.claims.ScopeGround;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceMeasure;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.events.evidence.EvidenceResolved;

/** A FiledStatements generates claims of States, and evidence of others. */
final class FiledStatements {

    private final SplittableRandom random;

    FiledStatements(SplittableRandom random) {
        this.random = random;
    }

    StateEvent next(MemberState state, StateFilings.Waiting open) {
        return random.nextInt(5) < 2 ? claim(state, open) : evidence(state, open);
    }

    private StateEvent claim(MemberState state, StateFilings.Waiting open) {
        FilingId id = StateFilings.id(random);
        int day = random.nextInt(Roster.DAYS);
        PartialDate later = on(day + random.nextInt(100));
        if (random.nextBoolean()) {
            open.later().add(new ClaimDisputed(state, id, MonitoringBody.PANEL, later, "Not shown."));
        }
        if (random.nextInt(10) == 0) {
            open.later().add(new ClaimUpheld(state, id, later, null));
        }
        if (random.nextInt(50) == 0) {
            open.later().add(new ClaimWithdrawn(state, id, "They have left.", on(day + 200)));
        }
        // So few are shown to the public as a band, and then no discrepancies of the State.
        PersonsCount count = new PersonsCount(state.ordinal() % 10 == 8 ? 1 + random.nextInt(3) : 5);
        return random.nextInt(3) == 0
                ? new ScopeClaimed(state, id, ScopeGround.HUMANITARIAN_AGREEMENT, count, null, on(day), null, null)
                : new ExemptionClaimed(state, id, ExemptionGround.NATIONAL_LAW, count, null, on(day), null, null, null);
    }

    private StateEvent evidence(MemberState state, StateFilings.Waiting open) {
        FilingId id = StateFilings.id(random);
        int day = random.nextInt(Roster.DAYS);
        if (random.nextInt(20) == 0) {
            open.later().add(new EvidenceResolved(state, id, on(day + 150), "The figure was an older one."));
        }
        boolean isOfDepartures = random.nextInt(4) == 0;
        return new EvidenceRecorded(
                state,
                id,
                EvidenceKind.PRESS,
                on(day),
                on(day + random.nextInt(60)),
                random.nextInt(3) == 0 ? null : new PersonsCount(isOfDepartures ? 50 : present(state, day)),
                random.nextInt(9) == 0,
                "Seen at a building site.",
                null,
                isOfDepartures ? EvidenceMeasure.DEPARTED : EvidenceMeasure.PRESENT,
                random.nextInt(10) == 0,
                random.nextInt(10) == 0 ? MonitoringBody.PANEL : null);
    }

    /** Mostly what is there, give or take a twentieth. */
    private int present(MemberState state, int day) {
        int there = Roster.of(state).on(day);
        return random.nextInt(30) == 0 ? there / 2 + 20 : there * (95 + random.nextInt(11)) / 100;
    }

    private static PartialDate on(int day) {
        return PartialDate.of(Roster.date(day));
    }
}
