package org.stele.web.body;

import java.util.concurrent.atomic.AtomicLong;

/** A limit for the total bytes of all bodies of a kind. Safe for all threads. */
final class Room {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    Room(long mostBytes) {
        this.most = mostBytes;
    }

    /** The share of one request; used by one thread. */
    Share share() {
        return new Share();
    }

    final class Share implements AutoCloseable {

        private long bytes;

        /** Takes further bytes; false when the limit is reached. Closing returns all that was taken in either case. */
        boolean take(long more) {
            bytes += more;
            return taken.addAndGet(more) <= most;
        }

        @Override
        public void close() {
            taken.addAndGet(-bytes);
            bytes = 0;
        }
    }
}
