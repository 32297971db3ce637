package org.stele.statefile.discrepancy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.stele.events.repatriation.Outcome;
import org.stele.statefile.NoticeVersion;
import org.stele.statefile.inview.InView;

/**
 * What is in view, arranged as the rules ask for it: each list is gone through once, however many rules there are, and not at all
 * where no rule asks.
 */
final class Evaluation {

    private final InView inView;
    private final int effectiveOn;
    private final Predicate<Finding> isEnough;
    private final Once<Stocks> stocks;
    private final Once<List<Flow>> flows;
    private final Once<Arrivals> arrivals;
    private final Once<PersonsWithin> repatriated;
    private final Once<PersonsWithin> departedElsewhere;
    private final Once<Intervals> noticed;
    private boolean done;

    /** @param isEnough takes each finding; once it says so, no other has to be found */
    Evaluation(InView inView, LocalDate effectiveOn, Predicate<Finding> isEnough) {
        this.inView = inView;
        this.effectiveOn = (int) effectiveOn.toEpochDay();
        this.isEnough = isEnough;
        stocks = new Once<>(() -> Stocks.of(inView.attestations(), this.effectiveOn));
        flows = new Once<>(() -> Flow.of(inView.attestations()));
        arrivals = new Once<>(() -> new Arrivals(Movement.arrivals(inView.arrivals())));
        repatriated = departures(Outcome.REPATRIATED);
        departedElsewhere = departures(Outcome.DEPARTED_NOT_REPATRIATED);
        noticed = new Once<>(() -> noticed(inView.notices()));
    }

    private Once<PersonsWithin> departures(Outcome outcome) {
        return new Once<>(() -> new PersonsWithin(Movement.departures(inView.notices(), outcome)));
    }

    private static Intervals noticed(List<NoticeVersion> notices) {
        Intervals intervals = new Intervals(notices.size());
        for (NoticeVersion notice : notices) {
            if (notice.isOfWorkers()) {
                intervals.add(
                        notice.departed().firstEpochDay(), notice.departed().lastEpochDay());
            }
        }
        return intervals;
    }

    InView inView() {
        return inView;
    }

    /** The day of the view, as a number of days since 1970-01-01. */
    int effectiveOn() {
        return effectiveOn;
    }

    Stocks stocks() {
        return stocks.get();
    }

    List<Flow> flows() {
        return flows.get();
    }

    Arrivals arrivals() {
        return arrivals.get();
    }

    /** Persons of notices of repatriation. */
    PersonsWithin repatriated() {
        return repatriated.get();
    }

    /** Persons of notices of departures to anywhere but home. */
    PersonsWithin departedElsewhere() {
        return departedElsewhere.get();
    }

    /** The intervals of notices, of either outcome. */
    Intervals noticed() {
        return noticed.get();
    }

    void found(Finding finding) {
        done = done || isEnough.test(finding);
    }

    /** Applies a rule to one thing after another while more has to be found. */
    <T> void each(Supplier<? extends Iterable<T>> things, Consumer<T> rule) {
        if (done) {
            return;
        }
        for (T thing : things.get()) {
            rule.accept(thing);
            if (done) {
                return;
            }
        }
    }

    /** Whether what was found is enough. */
    boolean isDone() {
        return done;
    }
}
