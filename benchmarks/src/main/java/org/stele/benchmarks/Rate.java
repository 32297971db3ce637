package org.stele.benchmarks;

/** A Rate is how many events were recorded durably in how long. */
record Rate(long events, long nanos) {

    double perSecond() {
        return events * 1e9 / nanos;
    }
}
