package org.stele.command.discrepancies;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.stele.command.repatriation.NoticeRules;
import org.stele.command.repatriation.PersonsOnRecord;
import org.stele.command.testing.People;
import org.stele.command.testing.Samples;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.SubjectRef;
import org.stele.events.discrepancies.DiscrepancyCode;
import org.stele.events.discrepancies.DiscrepancySubject;
import org.stele.events.repatriation.Mode;
import org.stele.events.repatriation.RepatriationNoticeRecorded;
import org.stele.statefile.LedgerEvent;
import org.stele.statefile.StateFile;
import org.stele.statefile.across.AcrossStates;
import org.stele.statefile.across.SubjectIndex;

/** One person in a notice of Norway, the first event of the ledger, and in one of Sweden, the second. */
public final class SharedPerson {

    public static final DiscrepancySubject SUBJECT = new DiscrepancySubject(
            DiscrepancyCode.SUBJECT_IN_TWO_STATES, Samples.FILING, Samples.OTHER_FILING, new TreeMap<>());

    /** Of Norway. */
    public static final FilingId ID = SUBJECT.id(People.NORWAY);

    private static final PartialDate DAY = PartialDate.of(LocalDate.of(2026, 10, 29));

    private SharedPerson() {}

    public static RepatriationNoticeRecorded in(MemberState state, FilingId notice) {
        return new RepatriationNoticeRecorded(
                state,
                notice,
                NoticeRules.sealed(
                        notice,
                        NoticeRules.content(
                                PersonsCategory.WORKER,
                                new PersonsCount(1),
                                List.of(new SubjectRef(new UUID(1, 1))),
                                DAY,
                                "PRK",
                                Mode.RAIL,
                                null,
                                null,
                                null),
                        notice,
                        PersonsOnRecord.SEALER),
                DAY,
                null);
    }

    /** As the ledger has them. */
    public static AcrossStates across() {
        RepatriationNoticeRecorded norwegian = in(People.NORWAY, Samples.FILING);
        RepatriationNoticeRecorded swedish = in(People.SWEDEN, Samples.OTHER_FILING);
        SubjectIndex index = new SubjectIndex(PersonsOnRecord.SEALER);
        index.take(1, norwegian);
        index.take(2, swedish);
        StateFile sweden = StateFile.empty(People.SWEDEN).evolve(new LedgerEvent(2, People.TODAY, swedish));
        return new AcrossStates(() -> index, 2, _ -> sweden);
    }
}
