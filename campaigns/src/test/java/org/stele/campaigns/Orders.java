package org.stele.campaigns;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/** Orders are made up from a seed: one to three facts of a few or some thousand bytes, every fourth about a slot. */
final class Orders {

    private static final List<String> STATES = List.of("RUS", "CHN", "POL", "KWT", "QAT", "MNG", "AGO", "MLT");
    private static final Instant FIRST_DAY = Instant.parse("2017-12-22T00:00:00Z");
    private static final int SLOTS = 40;
    private static final int SHORT_NOTE = 200;
    private static final int LONG_NOTE = 6_000;

    private final SplittableRandom random;
    private final String slots;

    /** @param slots names of what orders compete for begin with this text */
    Orders(long seed, String slots) {
        this.random = new SplittableRandom(seed);
        this.slots = slots;
    }

    Order next() {
        String slot = random.nextInt(4) == 0 ? slots + random.nextInt(SLOTS) : "";
        List<Order.Fact> facts = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> new Order.Fact(uuid(), payload()))
                .toList();
        Instant decidedAt = FIRST_DAY.plus(random.nextLong(1_000_000_000_000L), ChronoUnit.MICROS);
        return new Order(STATES.get(random.nextInt(STATES.size())), uuid(), slot, decidedAt, facts);
    }

    /** An order of one fact that competes for nothing. */
    Order single() {
        return new Order(
                STATES.get(random.nextInt(STATES.size())),
                uuid(),
                "",
                FIRST_DAY,
                List.of(new Order.Fact(uuid(), payload())));
    }

    private String payload() {
        int length = random.nextInt(20) == 0 ? LONG_NOTE : SHORT_NOTE;
        StringBuilder note = new StringBuilder();
        while (note.length() < length) {
            note.append(Long.toString(random.nextLong(), Character.MAX_RADIX)).append(" é\\n");
        }
        return "{\"n\":" + random.nextInt() + ",\"note\":\"" + note + "\"}";
    }

    private UUID uuid() {
        long version = (random.nextLong() & ~0xF000L) | 0x4000L;
        long variant = (random.nextLong() >>> 2) | (1L << 63);
        return new UUID(version, variant);
    }
}
