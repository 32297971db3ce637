package org.stele.web.body;

import java.util.concurrent.atomic.AtomicLong;

/** Room for the bytes of all bodies of a kind. Safe for all threads. */
final class Room {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    Room(long mostBytes) {
        this.most = mostBytes;
    }

    /** What one request takes of it; used by one thread. */
    Share share() {
        return new Share();
    }

    final class Share implements AutoCloseable {

        private long bytes;

        /** Takes room for more; says whether there is any. What was taken is given back by closing in either case. */
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
