package org.stele.statefile.discrepancy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.stele.events.Baseline;
import org.stele.events.BaselineBasis;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.ObligationId;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.attestation.AttestationAmended;
import org.stele.events.attestation.AttestationContent;
import org.stele.events.attestation.AttestationReceived;
import org.stele.events.attestation.AttestationSubmitted;
import org.stele.events.attestation.AttestationWithdrawn;
import org.stele.events.attestation.Figures;
import org.stele.events.attestation.Visibility;
import org.stele.events.evidence.EvidenceKind;
import org.stele.events.evidence.EvidenceMeasure;
import org.stele.events.evidence.EvidenceRecorded;
import org.stele.events.evidence.EvidenceResolved;
import org.stele.events.repatriation.ArrivalRecorded;
import org.stele.events.repatriation.ArrivalWithdrawn;
import org.stele.events.repatriation.BaselineDeclared;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;
import org.stele.events.repatriation.RepatriationNoticeCorrected;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.events.repatriation.RepatriationNoticeWithdrawn;
import org.stele.statefile.OneState;
import org.stele.statefile.StateFile;

/** Draws files of few days and small counts, so that everything meets everything. */
final class DrawnFiles {

    static final LocalDate FIRST_DAY = LocalDate.of(2017, 12, 10);

    private static final MemberState STATE = OneState.STATE;

    private final Random random;
    private final int days;
    private final int most;
    private final OneState state = new OneState();
    private long ids;

    /** @param days how many days, after the first, anything speaks of */
    private DrawnFiles(Random random, int days, int most) {
        this.random = random;
        this.days = days;
        this.most = most;
    }

    static StateFile next(Random random, int records, int days) {
        DrawnFiles drawn = new DrawnFiles(random, days, 3 + random.nextInt(40));
        for (int i = 0; i < records; i++) {
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> drawn.attestation();
                case 4, 5 -> drawn.notice();
                case 6 -> drawn.arrival();
                case 7 -> drawn.baseline();
                default -> drawn.evidence();
            }
        }
        return drawn.state.file();
    }

    private FilingId id() {
        return OneState.id(++ids);
    }

    private LocalDate day() {
        return FIRST_DAY.plusDays(random.nextInt(days));
    }

    private PartialDate date() {
        return switch (random.nextInt(6)) {
            case 0 -> PartialDate.parse(day().toString().substring(0, 7));
            case 1 -> {
                LocalDate from = day();
                yield PartialDate.between(from, from.plusDays(random.nextInt(days)));
            }
            default -> PartialDate.of(day());
        };
    }

    private @Nullable PartialDate perhaps() {
        return random.nextInt(3) == 0 ? null : date();
    }

    private PersonsCount count() {
        return new PersonsCount(random.nextInt(3) == 0 ? 0 : random.nextInt(most));
    }

    private PersonsCategory category() {
        return random.nextInt(8) == 0 ? PersonsCategory.DEPENDANT : PersonsCategory.WORKER;
    }

    private Baseline stated() {
        BaselineBasis basis = BaselineBasis.values()[random.nextInt(BaselineBasis.values().length)];
        return new Baseline(basis == BaselineBasis.NOT_DISCLOSED ? null : count(), basis);
    }

    private void attestation() {
        FilingId id = id();
        ObligationId obligation = random.nextBoolean() ? ObligationId.REP_MID : ObligationId.OTHER;
        state.record(new AttestationSubmitted(STATE, id, obligation, content(), day(), null, null));
        if (random.nextInt(10) == 0) {
            return;
        }
        state.record(new AttestationReceived(STATE, id, 1, date(), null, null));
        if (random.nextInt(4) == 0) {
            state.record(new AttestationAmended(STATE, id, 2, content(), "A figure was wrong.", day(), null, null));
            state.record(new AttestationReceived(STATE, id, 2, date(), null, null));
        }
        if (random.nextInt(8) == 0) {
            state.record(new AttestationWithdrawn(STATE, id, "Filed by mistake.", date()));
        }
    }

    private AttestationContent content() {
        LocalDate from = day();
        PartialDate to = random.nextInt(4) == 0 ? null : PartialDate.of(from.plusDays(random.nextInt(days)));
        Figures workers = new Figures(
                random.nextInt(3) == 0 ? null : stated(),
                random.nextInt(3) == 0 ? null : count(),
                random.nextInt(3) == 0 ? null : count(),
                random.nextInt(4) == 0 ? date() : null);
        return new AttestationContent(
                random.nextInt(10) == 0 ? null : workers,
                null,
                null,
                random.nextInt(4) == 0 ? null : PartialDate.of(from),
                to,
                random.nextInt(5) == 0,
                random.nextInt(4) == 0,
                false,
                Visibility.PUBLISHED,
                null,
                null,
                null,
                List.of());
    }

    private void notice() {
        FilingId id = id();
        state.record(new RepatriationNoticeRecorded(STATE, id, departure(), date(), null));
        if (random.nextInt(4) == 0) {
            state.record(new RepatriationNoticeCorrected(STATE, id, 2, departure(), "A figure was wrong.", date()));
        }
        if (random.nextInt(8) == 0) {
            state.record(new RepatriationNoticeWithdrawn(STATE, id, "Sent twice.", date()));
        }
    }

    private NoticeContent departure() {
        boolean isElsewhere = random.nextInt(3) == 0;
        return new NoticeContent(
                category(),
                count(),
                List.of(),
                null,
                date(),
                isElsewhere ? "MNG" : "PRK",
                isElsewhere ? Outcome.DEPARTED_NOT_REPATRIATED : Outcome.REPATRIATED,
                Mode.AIR,
                null,
                null,
                null);
    }

    private void arrival() {
        FilingId id = id();
        state.record(new ArrivalRecorded(STATE, id, category(), count(), date(), date(), null));
        if (random.nextInt(8) == 0) {
            state.record(new ArrivalWithdrawn(STATE, id, "Sent twice.", date()));
        }
    }

    private void baseline() {
        state.record(new BaselineDeclared(STATE, id(), category(), stated(), date(), date(), null));
    }

    private void evidence() {
        FilingId id = id();
        EvidenceMeasure[] measures = EvidenceMeasure.values();
        state.record(new EvidenceRecorded(
                STATE,
                id,
                EvidenceKind.PRESS,
                date(),
                date(),
                random.nextInt(8) == 0 ? null : count(),
                false,
                "Seen by a reporter.",
                null,
                random.nextInt(8) == 0 ? null : measures[random.nextInt(measures.length)],
                false,
                null));
        if (random.nextInt(8) == 0) {
            state.record(new EvidenceResolved(STATE, id, date(), "It was another place."));
        }
    }
}
