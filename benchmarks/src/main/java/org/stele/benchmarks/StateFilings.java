package org.stele.benchmarks;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
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
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationWithdrawn;
import org.stele.events.attestation.Figures;
import org.stele.events.attestation.Visibility;
import org.stele.events.claims.ClaimDisputed;
import org.stele.events.claims.ExemptionClaimed;
import org.stele.events.claims.ExemptionGround;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceRecorded;

/**
 * A StateFilings generates events that all count in State files, ordered only within each record: filings with their
 * receipts, some amended or withdrawn, claims with disputes, and evidence. One State has a fixed share. Events that a
 * file ignores, such as screening, are left out: a real ledger holds many, and is faster for it.
 */
final class StateFilings {

    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 12, 22);
    private static final int DAYS = 1_200;
    private static final List<ObligationId> OBLIGATIONS =
            List.of(ObligationId.REP_MID, ObligationId.REP_FIN, ObligationId.OTHER);

    private final SplittableRandom random;
    private final MemberState large;
    private final double largeShare;
    private final Map<MemberState, Queue<StateEvent>> followUps = new EnumMap<>(MemberState.class);

    /** @param largeShare the share of all events that is about one large State */
    StateFilings(long seed, MemberState large, double largeShare) {
        this.random = new SplittableRandom(seed);
        this.large = large;
        this.largeShare = largeShare;
    }

    List<StateEvent> next(int count) {
        List<StateEvent> events = new ArrayList<>(count);
        while (events.size() < count) {
            events.add(next());
        }
        return events;
    }

    private StateEvent next() {
        MemberState state = random.nextDouble() < largeShare
                ? large
                : MemberState.values()[random.nextInt(MemberState.values().length)];
        Queue<StateEvent> waiting = followUps.computeIfAbsent(state, _ -> new ArrayDeque<>());
        StateEvent followUp = random.nextInt(10) < 6 ? waiting.poll() : null;
        return followUp == null ? first(state, waiting) : followUp;
    }

    private StateEvent first(MemberState state, Queue<StateEvent> waiting) {
        FilingId id =
                new FilingId(new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | 1L << 63));
        return switch (random.nextInt(10)) {
            case 0 -> claim(state, id, waiting);
            case 1 -> evidence(state, id);
            default -> filing(state, id, waiting);
        };
    }

    private StateEvent filing(MemberState state, FilingId id, Queue<StateEvent> waiting) {
        LocalDate day = day();
        waiting.add(new AttestationReceived(
                state, id, 1, PartialDate.of(day), "S/AC.49/2019/" + random.nextInt(500), null));
        if (random.nextInt(10) == 0) {
            LocalDate later = day.plusDays(random.nextInt(200));
            waiting.add(new AttestationAmended(state, id, 2, content(later), "A figure was wrong.", later, null, null));
            waiting.add(new AttestationReceived(state, id, 2, PartialDate.of(later), null, null));
        }
        if (random.nextInt(50) == 0) {
            waiting.add(new AttestationWithdrawn(state, id, "Filed by mistake.", PartialDate.of(day.plusDays(300))));
        }
        ObligationId obligation = OBLIGATIONS.get(random.nextInt(OBLIGATIONS.size()));
        return new AttestationSubmitted(state, id, obligation, content(day), day, null, null);
    }

    private AttestationContent content(LocalDate day) {
        int baseline = 1 + random.nextInt(40_000);
        int repatriated = random.nextInt(baseline + 1);
        return new AttestationContent(
                new Figures(
                        new Baseline(count(baseline), BaselineBasis.PERMITS),
                        count(repatriated),
                        random.nextInt(4) == 0 ? null : count(baseline - repatriated),
                        null),
                null,
                null,
                PartialDate.parse("2017-12-22"),
                PartialDate.of(day),
                false,
                false,
                random.nextInt(5) == 0,
                Visibility.PUBLISHED,
                null,
                null,
                "Permits of " + repatriated + " workers were not renewed.",
                List.of());
    }

    private StateEvent claim(MemberState state, FilingId id, Queue<StateEvent> waiting) {
        PartialDate claimed = PartialDate.of(day());
        if (random.nextBoolean()) {
            waiting.add(new ClaimDisputed(state, id, MonitoringBody.PANEL, claimed, "Not shown."));
        }
        return new ExemptionClaimed(
                state, id, ExemptionGround.REFUGEE_LAW, count(random.nextInt(50)), null, claimed, null, null, null);
    }

    private StateEvent evidence(MemberState state, FilingId id) {
        PartialDate day = PartialDate.of(day());
        return new EvidenceRecorded(
                state,
                id,
                EvidenceKind.PRESS,
                day,
                day,
                null,
                random.nextInt(9) == 0,
                "Seen at a building site.",
                null,
                null,
                false,
                null);
    }

    private LocalDate day() {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    private static PersonsCount count(int persons) {
        return new PersonsCount(persons);
    }
}
