package org.stele.statefile.discrepancy;

import java.util.ArrayList;
import java.util.List;
import org.stele.events.PersonsCategory;
import org.stele.events.PersonsCount;
import org.stele.events.repatriation.Outcome;
import org.stele.statefile.ArrivalVersion;
import org.stele.statefile.FiledVersion;
import org.stele.statefile.NoticeVersion;

/** Workers who came or left on some day of an interval, both days included, as numbers of days since 1970-01-01. */
record Movement(int from, int to, int count) {

    /** The departures of workers with one outcome; a notice of nobody is left out. */
    static List<Movement> departures(List<NoticeVersion> notices, Outcome outcome) {
        List<Movement> departures = new ArrayList<>();
        for (NoticeVersion notice : notices) {
            if (notice.outcome() == outcome && notice.isOfWorkers()) {
                departures.add(of(notice, persons(notice)));
            }
        }
        return departures;
    }

    static List<Movement> arrivals(List<ArrivalVersion> arrivals) {
        List<Movement> workers = new ArrayList<>(arrivals.size());
        for (ArrivalVersion arrival : arrivals) {
            if (arrival.category() == PersonsCategory.WORKER && arrival.count().value() > 0) {
                workers.add(of(arrival, arrival.count().value()));
            }
        }
        return workers;
    }

    static int persons(NoticeVersion notice) {
        PersonsCount count = notice.count();
        return count == null ? 0 : count.value();
    }

    private static Movement of(FiledVersion version, int count) {
        return new Movement(version.day().firstEpochDay(), version.day().lastEpochDay(), count);
    }
}
