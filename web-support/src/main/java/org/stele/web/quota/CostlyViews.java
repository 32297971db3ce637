package org.stele.web.quota;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.stele.web.limit.Limit;
import org.stele.web.limit.Limits;
import org.stele.web.problem.Problem;

/**
 * How many costly views each owner may ask for at the same time: those of an earlier size or day, which are folded anew, and
 * files made of a view. Further ones wait for a short time. Safe for all threads.
 */
final class CostlyViews {

    static final long RETRY_SECONDS = 1;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Set<String> OF_ANOTHER_TIME = Set.of("treeSize", "knownOn", "from", "to", "since");
    private static final List<String> FILES = List.of(".csv", ".xlsx", ".pdf", ".jsonl", ".zip");

    private final int mostOfOwner;
    private final int mostOfThisMachine;
    private final Map<String, Places> owners = new HashMap<>();

    /** The places of one owner, and how many requests hold or wait for one. */
    private static final class Places {

        private final Semaphore free;
        private int users;

        Places(int most) {
            free = new Semaphore(most, true);
        }
    }

    CostlyViews(Limits limits) {
        this.mostOfOwner = limits.count(Limit.COSTLY_VIEWS);
        this.mostOfThisMachine = limits.count(Limit.COSTLY_VIEWS_OF_THIS_MACHINE);
    }

    /** By the names of parameters alone: their values are read where the view is. */
    static boolean isOne(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return false;
        }
        String path = request.getServletPath();
        String query = request.getQueryString();
        return FILES.stream().anyMatch(path::endsWith)
                || query != null && OF_ANOTHER_TIME.stream().anyMatch(name -> query.contains(name + "="));
    }

    /** A place, or none where there was none for a while; in either case it is closed at the end of the request. */
    Place enter(String owner, boolean isThisMachine) {
        String key = (isThisMachine ? "here " : "") + owner;
        Places places = use(key, isThisMachine ? mostOfThisMachine : mostOfOwner);
        boolean isGiven = false;
        try {
            isGiven = places.free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Place(key, places, isGiven);
    }

    private Places use(String key, int most) {
        synchronized (owners) {
            Places places = owners.computeIfAbsent(key, _ -> new Places(most));
            places.users++;
            return places;
        }
    }

    Problem refusal(boolean isThisMachine) {
        return Problem.of(
                429,
                "too-many-views",
                "Expected at most %s views of another day or size, and files, at the same time. Send this request again when another is answered."
                        .formatted(isThisMachine ? mostOfThisMachine : mostOfOwner));
    }

    /** What one request has of its owner's places. */
    final class Place implements AutoCloseable {

        private final String key;
        private final Places places;
        private final boolean isGiven;

        private Place(String key, Places places, boolean isGiven) {
            this.key = key;
            this.places = places;
            this.isGiven = isGiven;
        }

        boolean isGiven() {
            return isGiven;
        }

        @Override
        public void close() {
            if (isGiven) {
                places.free.release();
            }
            synchronized (owners) {
                places.users--;
                if (places.users == 0) {
                    owners.remove(key);
                }
            }
        }
    }
}
