package org.stele.command.importing;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemException;

/** Limits the imports that run at a time to as many as memory can hold; further ones wait for a while. */
final class ImportBulkhead {

    static final int MAX_AT_ONCE = 4;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Semaphore places = new Semaphore(MAX_AT_ONCE, true);

    /** One of the places, freed by closing it. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    Place enter() {
        try {
            if (!places.tryAcquire(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw tooMany();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw tooMany();
        }
        return places::release;
    }

    private static ProblemException tooMany() {
        return Problem.of(
                        429,
                        "too-many-imports",
                        "At most %s files are imported at a time. Send this one again in a minute."
                                .formatted(MAX_AT_ONCE))
                .asException();
    }
}
