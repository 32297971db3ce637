package org.stele.web.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A token bucket for each of many owners, in memory; the owners not seen for longest are forgotten. Safe for all threads. */
public final class Buckets<K> {

    /** How many owners are remembered. */
    private static final int MOST_REMEMBERED = 50_000;

    private final long capacity;
    private final long eachMinute;
    private final TimeMeter time;
    private final Map<K, Bucket> buckets = new Remembered<>();

    /**
     * @param capacity tokens of a new bucket, and the most in one
     * @param eachMinute tokens that come back in a minute, one by one
     */
    public Buckets(long capacity, long eachMinute, TimeMeter time) {
        this.capacity = capacity;
        this.eachMinute = eachMinute;
        this.time = time;
    }

    /** The bucket of an owner. */
    public Bucket of(K owner) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(owner, _ -> bucket());
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(eachMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    private static final class Remembered<K> extends LinkedHashMap<K, Bucket> {

        Remembered() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Bucket> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }
}
