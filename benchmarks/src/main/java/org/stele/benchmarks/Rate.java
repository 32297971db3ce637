package org.stele.benchmarks;

/** A Rate is a number of events recorded durably, and the time it took. */
record Rate(long events, long nanos) {

    double perSecond() {
        return events * 1e9 / nanos;
    }
}
