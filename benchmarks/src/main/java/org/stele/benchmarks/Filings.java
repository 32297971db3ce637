package org.stele.benchmarks;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.stele.events.Baseline;
import org.stele.events.BaselineBasis;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.StateEvent;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.Figures;
import org.stele.events.attestation.Visibility;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;
import org.stele.events.repatriation.RepatriationNoticeRecorded;

/**
 * A Filings generates plausible filings of Member States from a seed: attestations, their receipt, and repatriation
 * notices, each with valid content.
 */
public final class Filings {

    private static final LocalDate OPENED = LocalDate.of(2017, 12, 22);
    private static final int DAYS = 2_000;
    private static final int MAX_WORKERS = 40_000;
    private static final int MAX_LEAVING = 200;
    private static final List<ObligationId> OBLIGATIONS = List.of(ObligationId.REP_MID, ObligationId.REP_FIN);

    private final SplittableRandom random;

    /** Submitted and not received yet. */
    private final Map<MemberState, FilingId> pending = new EnumMap<>(MemberState.class);

    public Filings(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The next event about a State. */
    public StateEvent next(MemberState state) {
        FilingId submitted = pending.remove(state);
        if (submitted != null) {
            return new AttestationReceived(state, submitted, 1, PartialDate.of(day()), null, null);
        }
        if (random.nextInt(3) == 0) {
            return notice(state);
        }
        FilingId attestation = new FilingId(uuid());
        pending.put(state, attestation);
        return new AttestationSubmitted(state, attestation, obligation(), content(), day(), null, null);
    }

    private RepatriationNoticeRecorded notice(MemberState state) {
        LocalDate departed = day();
        NoticeContent content = new NoticeContent(
                PersonsCategory.WORKER,
                new PersonsCount(1 + random.nextInt(MAX_LEAVING)),
                List.of(),
                null,
                PartialDate.of(departed),
                "PRK",
                Outcome.REPATRIATED,
                Mode.RAIL,
                null,
                null,
                null);
        return new RepatriationNoticeRecorded(
                state, new FilingId(uuid()), content, PartialDate.of(departed.plusDays(7)), null);
    }

    /** The content of an attestation. */
    AttestationContent content() {
        int baseline = 1 + random.nextInt(MAX_WORKERS);
        int repatriated = random.nextInt(baseline + 1);
        Figures workers = new Figures(
                new Baseline(new PersonsCount(baseline), BaselineBasis.PERMITS),
                new PersonsCount(repatriated),
                new PersonsCount(baseline - repatriated),
                null);
        return new AttestationContent(
                workers,
                null,
                null,
                PartialDate.of(OPENED),
                PartialDate.of(OPENED.plusYears(1)),
                false,
                false,
                false,
                Visibility.PUBLISHED,
                "Those who stay hold residence permits on grounds that national and international law protects.",
                null,
                "Permits of %s workers were not renewed.".formatted(repatriated),
                List.of());
    }

    ObligationId obligation() {
        return OBLIGATIONS.get(random.nextInt(OBLIGATIONS.size()));
    }

    MemberState anyState() {
        MemberState[] states = MemberState.values();
        return states[random.nextInt(states.length)];
    }

    /** A random UUID of version 4. */
    UUID uuid() {
        long version = (random.nextLong() & ~0xF000L) | 0x4000L;
        long variant = (random.nextLong() >>> 2) | (1L << 63);
        return new UUID(version, variant);
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** From 0, below a bound. */
    long below(long bound) {
        return random.nextLong(bound);
    }

    private LocalDate day() {
        return OPENED.plusDays(random.nextInt(DAYS));
    }
}
