package org.stele.command.importing;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.stele.web.problem.Problem;
import org.stele.web.problem.ProblemException;

/** Limits the imports that run at a time to as many as memory can hold; further ones wait for a while. */
final class ImportBulkhead {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final int most;
    private final Semaphore places;

    ImportBulkhead(int most) {
        this.most = most;
        this.places = new Semaphore(most, true);
    }

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

    private ProblemException tooMany() {
        return Problem.of(
                        429,
                        "too-many-imports",
                        "At most %s files are imported at a time. Send this one again in a minute.".formatted(most))
                .asException();
    }
}
