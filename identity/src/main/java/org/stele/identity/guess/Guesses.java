package org.stele.identity.guess;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.stele.web.limit.Buckets;

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

    private record Owner(String address, String account) {}

    private final Buckets<Owner> accounts;
    private final Buckets<String> addresses;
    private final Buckets<String> challenges;

    public Guesses() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    Guesses(TimeMeter time) {
        this.accounts = new Buckets<>(OF_ACCOUNT, OF_ACCOUNT_A_MINUTE, time);
        this.addresses = new Buckets<>(OF_ADDRESS, OF_ADDRESS_A_MINUTE, time);
        this.challenges = new Buckets<>(CHALLENGES, CHALLENGES_A_MINUTE, time);
    }

    /** Takes one try. Throws where there is none left, before any password is looked at. */
    public void take(String address, String account) {
        take(addresses.of(address));
        take(accounts.of(new Owner(address, account)));
    }

    /** Gives a try back: it was right, and no guess. */
    public void giveBack(String address, String account) {
        addresses.of(address).addTokens(1);
        accounts.of(new Owner(address, account)).addTokens(1);
    }

    /** Takes one challenge for a passkey. */
    public void takeChallenge(String address) {
        take(challenges.of(address));
    }

    private static void take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyGuesses(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }
}
