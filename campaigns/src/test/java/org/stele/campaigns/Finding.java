package org.stele.campaigns;

/** A Finding is one way in which a ledger is not what the driver was told that it is. */
record Finding(Kind kind, String text) {

    enum Kind {
        /** What was acknowledged is not there. */
        LOST,
        /** An acknowledged or stored event is not where or what it was said to be. */
        CHANGED,
        /** Two receipts, two sets of events or two winners where one may be. */
        DOUBLE,
        /** Some of an order's events are there and some are not. */
        TORN,
        /** A position is missing. */
        GAP,
        /** A refused order was recorded, or one that nobody gave. */
        UNASKED,
        /** The time of recording goes back. */
        TIME,
        /** The full check finds something wrong. */
        UNSOUND
    }
}
