package org.stele.eventstore.guard;

import java.util.List;

/** UnsafeDatabase says that a database's settings could lose what it has confirmed; nothing is recorded in it. */
public final class UnsafeDatabase extends RuntimeException {

    UnsafeDatabase(List<String> off) {
        super("The database would lose in a crash what it has confirmed: " + String.join(" and ", off)
                + ", and must be on. Set that in postgresql.conf, reload PostgreSQL, and start again.");
    }
}
