package org.stele.identity.guess;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many passwords may still be tried, in the memory of this node: from an address, and for an account from an address. What
 * others try from other addresses takes nothing from an account's owner. Safe for all threads.
 */
public final class Guesses {

    /** Tries for one account from one address: so many at once, and so many more each minute. */
    static final int OF_ACCOUNT = 10;

    static final int OF_ACCOUNT_A_MINUTE = 2;

    /** Tries from one address for whichever account: an office may share one. */
    static final int OF_ADDRESS = 60;

    static final int OF_ADDRESS_A_MINUTE = 20;

    /** Challenges for passkeys from one address. */
    static final int CHALLENGES = 120;

    static final int CHALLENGES_A_MINUTE = 60;

    /** How many addresses, and how many accounts from addresses, are remembered; those not seen for longest are forgotten. */
    private static final int MOST_REMEMBERED = 50_000;

    private record Owner(String address, String account) {}

    private final TimeMeter time;
    private final Map<Owner, Bucket> accounts = new Remembered<>();
    private final Map<String, Bucket> addresses = new Remembered<>();
    private final Map<String, Bucket> challenges = new Remembered<>();

    public Guesses() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    Guesses(TimeMeter time) {
        this.time = time;
    }

    /** Takes one try. Throws where there is none left, before any password is looked at. */
    public void take(String address, String account) {
        take(bucket(addresses, address, OF_ADDRESS, OF_ADDRESS_A_MINUTE));
        take(bucket(accounts, new Owner(address, account), OF_ACCOUNT, OF_ACCOUNT_A_MINUTE));
    }

    /** Gives a try back: it was right, and no guess. */
    public void giveBack(String address, String account) {
        bucket(addresses, address, OF_ADDRESS, OF_ADDRESS_A_MINUTE).addTokens(1);
        bucket(accounts, new Owner(address, account), OF_ACCOUNT, OF_ACCOUNT_A_MINUTE)
                .addTokens(1);
    }

    /** Takes one challenge for a passkey. */
    public void takeChallenge(String address) {
        take(bucket(challenges, address, CHALLENGES, CHALLENGES_A_MINUTE));
    }

    private static void take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyGuesses(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private <K> Bucket bucket(Map<K, Bucket> buckets, K key, int capacity, int eachMinute) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    key,
                    _ -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(capacity).refillGreedy(eachMinute, Duration.ofMinutes(1)))
                            .withCustomTimePrecision(time)
                            .build());
        }
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
