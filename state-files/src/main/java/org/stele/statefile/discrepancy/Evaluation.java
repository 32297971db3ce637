package org.stele.statefile.discrepancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.stele.events.repatriation.Outcome;
import org.stele.statefile.inview.InView;

/** What is in view, arranged as the rules ask for it: each list is gone through once, however many rules there are. */
final class Evaluation {

    private final InView inView;
    private final Stocks stocks;
    private final List<Flow> flows;
    private final Arrivals arrivals;
    private final PersonsWithin repatriated;
    private final PersonsWithin departedElsewhere;
    private final List<Finding> findings = new ArrayList<>();

    Evaluation(InView inView, LocalDate effectiveOn) {
        this.inView = inView;
        stocks = Stocks.of(inView.attestations(), effectiveOn);
        flows = inView.attestations().stream()
                .map(Flow::of)
                .filter(Objects::nonNull)
                .toList();
        arrivals = new Arrivals(Movement.arrivals(inView.arrivals()));
        repatriated = new PersonsWithin(Movement.departures(inView.notices(), Outcome.REPATRIATED));
        departedElsewhere = new PersonsWithin(Movement.departures(inView.notices(), Outcome.DEPARTED_NOT_REPATRIATED));
    }

    InView inView() {
        return inView;
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

    void found(Finding finding) {
        findings.add(finding);
    }

    List<Finding> findings() {
        return findings;
    }
}
