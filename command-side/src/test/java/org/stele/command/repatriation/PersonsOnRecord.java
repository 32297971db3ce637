package org.stele.command.repatriation;

import org.stele.events.Baseline;
import org.stele.events.BaselineBasis;
import org.stele.events.FilingId;
import org.stele.events.MemberState;
import org.stele.events.PartialDate;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.repatriation.ArrivalRecorded;
import org.stele.events.repatriation.BaselineDeclared;
import org.stele.events.seal.Sealer;

/** Declared baselines and arrivals that are on record before a command comes, and the key of the tests. */
public final class PersonsOnRecord {

    public static final Baseline BASELINE = new Baseline(new PersonsCount(24), BaselineBasis.PERMITS);
    public static final PartialDate ADOPTION = PartialDate.parse("2017-12-22");
    public static final PersonsCount TWO = new PersonsCount(2);
    public static final PartialDate MAY = PartialDate.parse("2018-05");
    public static final Sealer SEALER = new Sealer(new byte[32]);

    private static final PartialDate DAY = PartialDate.parse("2019-08-15");

    private PersonsOnRecord() {}

    public static BaselineDeclared declared(MemberState state, FilingId id) {
        return new BaselineDeclared(state, id, PersonsCategory.WORKER, BASELINE, ADOPTION, DAY, null);
    }

    public static ArrivalRecorded arrived(MemberState state, FilingId id) {
        return new ArrivalRecorded(state, id, PersonsCategory.WORKER, TWO, MAY, DAY, null);
    }
}
