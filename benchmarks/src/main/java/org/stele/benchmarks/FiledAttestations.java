package org.stele.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.stele.events.Baseline;
import org.stele.events.BaselineBasis;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.MonitoringBody;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCount;
import org.stele.events.StateEvent;
import org.stele.events.attestation.AttestationAmended;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.AttestationPublished;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationWithdrawn;
import org.stele.events.attestation.ClarificationProvided;
import org.stele.events.attestation.ClarificationRequested;
import org.stele.events.attestation.Figures;
import org.stele.events.attestation.Visibility;

/** A FiledAttestations generates periodic reports, each received and mostly published at once, and what becomes of some. */
final class FiledAttestations {

    private static final int MAX_PERIOD_DAYS = 120;
    private static final List<ObligationId> OBLIGATIONS =
            List.of(ObligationId.REP_MID, ObligationId.REP_FIN, ObligationId.OTHER);

    private final SplittableRandom random;

    FiledAttestations(SplittableRandom random) {
        this.random = random;
    }

    StateEvent next(MemberState state, StateFilings.Waiting open) {
        FilingId id = StateFilings.id(random);
        int day = 1 + random.nextInt(Roster.DAYS);
        int received = day + random.nextInt(60);
        LocalDate on = Roster.date(received);
        open.next().add(new AttestationReceived(state, id, 1, PartialDate.of(on), reference(), null));
        if (isPublished(state)) {
            open.next().add(new AttestationPublished(state, id, 1, on, true, null));
        }
        later(state, id, day, received, open);
        ObligationId obligation = OBLIGATIONS.get(random.nextInt(OBLIGATIONS.size()));
        return new AttestationSubmitted(state, id, obligation, content(state, day), on, null, null);
    }

    /** In three of ten States some attestations are not published, so that the public sees no discrepancies there. */
    private boolean isPublished(MemberState state) {
        return state.ordinal() % 10 < 7 || random.nextInt(10) > 0;
    }

    private void later(MemberState state, FilingId id, int day, int received, StateFilings.Waiting open) {
        LocalDate then = Roster.date(received + random.nextInt(200));
        if (random.nextInt(12) == 0) {
            open.later()
                    .add(new AttestationAmended(
                            state, id, 2, content(state, day), "A figure was wrong.", then, null, null));
            open.later().add(new AttestationReceived(state, id, 2, PartialDate.of(then), null, null));
        }
        if (random.nextInt(40) == 0) {
            FilingId question = StateFilings.id(random);
            open.later()
                    .add(new ClarificationRequested(
                            state, id, question, "Of which day is this?", then, MonitoringBody.PANEL, null));
            if (random.nextBoolean()) {
                open.later().add(new ClarificationProvided(state, id, question, "Of the last one.", then.plusDays(30)));
            }
        }
        if (random.nextInt(60) == 0) {
            open.later()
                    .add(new AttestationWithdrawn(state, id, "Filed by mistake.", PartialDate.of(then.plusDays(90))));
        }
    }

    private AttestationContent content(MemberState state, int day) {
        Roster roster = Roster.of(state);
        int from = Math.max(0, day - 1 - random.nextInt(MAX_PERIOD_DAYS));
        int baseline = roster.on(from);
        int remaining = roster.on(day);
        boolean statesBaseline = random.nextInt(10) == 0;
        Figures workers = new Figures(
                statesBaseline ? new Baseline(stated(baseline), BaselineBasis.PERMITS) : null,
                random.nextInt(4) == 0 ? null : stated(baseline - remaining),
                // Arrivals and departures elsewhere are in no report, so that one with all three figures does not add
                // up.
                random.nextInt(12) < (statesBaseline ? 2 : 9) ? stated(remaining) : null,
                null);
        return new AttestationContent(
                workers,
                null,
                null,
                PartialDate.of(Roster.date(from)),
                PartialDate.of(Roster.date(day)),
                remaining == 0 && random.nextInt(4) == 0,
                random.nextInt(5_000) == 0,
                random.nextInt(5) == 0,
                Visibility.PUBLISHED,
                random.nextInt(3) == 0 ? "Permits end with contracts." : null,
                null,
                "Permits of " + (baseline - remaining) + " workers were not renewed.",
                List.of());
    }

    /** One figure in two hundred is wrong by up to a fifth. */
    private PersonsCount stated(int persons) {
        return new PersonsCount(
                random.nextInt(200) == 0 ? persons * (80 + random.nextInt(41)) / 100 + random.nextInt(3) : persons);
    }

    private String reference() {
        return "S/AC.49/2019/" + random.nextInt(500);
    }
}
