package org.stele.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stele.events.Baseline;
import org.stele.events.BaselineBasis;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.Sealed;
import org.stele.events.StateEvent;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.events.discrepancies.DiscrepancyExplained;
import org.stele.events.discrepancies.DiscrepancySubject;
import org.stele.events.repatriation.ArrivalRecorded;
import org.stele.events.repatriation.BaselineDeclared;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.NoticeBasis;
import org.stele.events.repatriation.NoticeContent;
import org.stele.events.repatriation.Outcome;
import org.stele.events.repatriation.RepatriationNoticeCorrected;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.events.repatriation.RepatriationNoticeWithdrawn;

/** A FiledMovements generates notices of departures, arrivals, and declared baselines. */
final class FiledMovements {

    /** So few, that the notices of a period add up to less than its report says. */
    private static final int MAX_LEAVING = 3;

    private static final int NOTICE_DAYS = 180;
    private static final Sealed SUBJECTS = new Sealed("benchmark", "AAAA".repeat(16));

    private final SplittableRandom random;

    FiledMovements(SplittableRandom random) {
        this.random = random;
    }

    StateEvent next(MemberState state, StateFilings.Waiting open) {
        int kind = random.nextInt(50);
        if (kind < 6) {
            return arrival(state);
        }
        return kind < 10 ? baseline(state) : notice(state, open);
    }

    private StateEvent arrival(MemberState state) {
        int day = random.nextInt(Roster.DAYS);
        return new ArrivalRecorded(
                state,
                StateFilings.id(random),
                random.nextInt(10) == 0 ? PersonsCategory.DEPENDANT : PersonsCategory.WORKER,
                new PersonsCount(1 + random.nextInt(2)),
                days(day),
                received(day),
                null);
    }

    private StateEvent baseline(MemberState state) {
        int day = random.nextInt(Roster.DAYS);
        int count = Roster.of(state).on(day) + (random.nextInt(100) == 0 ? 1 + random.nextInt(50) : 0);
        return new BaselineDeclared(
                state,
                StateFilings.id(random),
                PersonsCategory.WORKER,
                new Baseline(
                        new PersonsCount(count), random.nextBoolean() ? BaselineBasis.PERSONS : BaselineBasis.PERMITS),
                PartialDate.of(Roster.date(day)),
                received(day),
                null);
    }

    private StateEvent notice(MemberState state, StateFilings.Waiting open) {
        FilingId id = StateFilings.id(random);
        int day = random.nextInt(Math.min(Roster.DAYS, Roster.of(state).lastDay() - 60));
        NoticeContent content = content(state, day);
        boolean isLate = random.nextInt(200) == 0;
        int days = isLate ? NOTICE_DAYS + 1 + random.nextInt(200) : random.nextInt(90);
        int received = (int) (content.departed().lastDay().toEpochDay() - Roster.FIRST_DAY.toEpochDay()) + days;
        if (isLate && content.category() == PersonsCategory.WORKER && random.nextBoolean()) {
            open.later().add(explanation(state, id, content, days, received));
        }
        if (random.nextInt(25) == 0) {
            open.later()
                    .add(new RepatriationNoticeCorrected(
                            state, id, 2, content(state, day), "A day was wrong.", on(received + random.nextInt(100))));
        }
        if (random.nextInt(100) == 0) {
            open.later().add(new RepatriationNoticeWithdrawn(state, id, "Sent twice.", on(received + 120)));
        }
        return new RepatriationNoticeRecorded(state, id, content, on(received), null);
    }

    private NoticeContent content(MemberState state, int day) {
        boolean isElsewhere = random.nextInt(50) == 0;
        return new NoticeContent(
                random.nextInt(20) == 0 ? PersonsCategory.DEPENDANT : PersonsCategory.WORKER,
                new PersonsCount(1 + random.nextInt(MAX_LEAVING)),
                List.of(),
                subjects(state),
                days(day),
                isElsewhere ? "MNG" : "PRK",
                isElsewhere ? Outcome.DEPARTED_NOT_REPATRIATED : Outcome.REPATRIATED,
                Mode.RAIL,
                NoticeBasis.LEFT,
                null,
                null);
    }

    /** In every tenth State some notices name persons, so that the public sees no discrepancies there. */
    private @Nullable Sealed subjects(MemberState state) {
        return state.ordinal() % 10 == 9 && random.nextInt(5) == 0 ? SUBJECTS : null;
    }

    private static StateEvent explanation(
            MemberState state, FilingId notice, NoticeContent content, int days, int received) {
        DiscrepancySubject late = new DiscrepancySubject(
                DiscrepancyCode.NOTICE_LATE,
                notice,
                notice,
                new TreeMap<>(Map.of("count", (long) content.count().value(), "days", (long) days)));
        return new DiscrepancyExplained(
                state, late.id(state), late, "The border was closed.", Roster.date(received + 40));
    }

    /** One in five is known to the month alone, or to some days. */
    private PartialDate days(int day) {
        return switch (random.nextInt(10)) {
            case 0 -> PartialDate.parse(Roster.date(day).toString().substring(0, 7));
            case 1 -> PartialDate.between(Roster.date(day), Roster.date(day + 1 + random.nextInt(20)));
            default -> on(day);
        };
    }

    private PartialDate received(int day) {
        return on(day + 31 + random.nextInt(60));
    }

    private static PartialDate on(int day) {
        return PartialDate.of(Roster.date(day));
    }
}
