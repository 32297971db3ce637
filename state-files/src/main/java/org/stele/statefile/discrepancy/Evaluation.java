package org.stele.statefile.discrepancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.stele.events.repatriation.Outcome;
import org.stele.statefile.NoticeVersion;
import org.stele.statefile.inview.InView;

/** What is in view, arranged as the rules ask for it: each list is gone through once, however many rules there are. */
final class Evaluation {

    private final InView inView;
    private final int effectiveOn;
    private final Stocks stocks;
    private final List<Flow> flows;
    private final Arrivals arrivals;
    private final PersonsWithin repatriated;
    private final PersonsWithin departedElsewhere;
    private final Intervals noticed = new Intervals();
    private final List<Finding> findings = new ArrayList<>();

    Evaluation(InView inView, LocalDate effectiveOn) {
        this.inView = inView;
        this.effectiveOn = (int) effectiveOn.toEpochDay();
        stocks = Stocks.of(inView.attestations(), this.effectiveOn);
        flows = inView.attestations().stream()
                .map(Flow::of)
                .filter(Objects::nonNull)
                .toList();
        for (NoticeVersion notice : inView.notices()) {
            if (notice.isOfWorkers()) {
                noticed.add(notice.departed().firstEpochDay(), notice.departed().lastEpochDay());
            }
        }
        arrivals = new Arrivals(Movement.arrivals(inView.arrivals()));
        repatriated = new PersonsWithin(Movement.departures(inView.notices(), Outcome.REPATRIATED));
        departedElsewhere = new PersonsWithin(Movement.departures(inView.notices(), Outcome.DEPARTED_NOT_REPATRIATED));
    }

    InView inView() {
        return inView;
    }

    /** The day of the view, as a number of days since 1970-01-01. */
    int effectiveOn() {
        return effectiveOn;
    }

    Stocks stocks() {
        return stocks;
    }

    List<Flow> flows() {
        return flows;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    /** Persons of notices of repatriation. */
    PersonsWithin repatriated() {
        return repatriated;
    }

    /** Persons of notices of departures to anywhere but home. */
    PersonsWithin departedElsewhere() {
        return departedElsewhere;
    }

    /** The intervals of notices, of either outcome. */
    Intervals noticed() {
        return noticed;
    }

    void found(Finding finding) {
        findings.add(finding);
    }

    List<Finding> findings() {
        return findings;
    }
}
