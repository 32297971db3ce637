package org.stele.eventstore.jdbc;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * The binary format of PostgreSQL's COPY, as far as rows are written and read here.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, "Binary Format"</a>
 */
public final class CopyFormat {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};

    /** Signature, flags, and the length of the absent extension. */
    public static final int HEADER_BYTES = SIGNATURE.length + 2 * Integer.BYTES;

    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final long EPOCH_MICROS = EPOCH.getEpochSecond() * 1_000_000;
    private static final long MICROS_A_SECOND = 1_000_000;

    private CopyFormat() {}

    /** The bytes before the first row. */
    public static byte[] header() {
        return Arrays.copyOf(SIGNATURE, HEADER_BYTES);
    }

    /** The microseconds since 1970 of a timestamptz, which counts them from 2000. */
    public static long sinceEpoch1970(long micros) {
        return micros + EPOCH_MICROS;
    }

    /** The instant of a timestamptz. */
    static Instant instant(long micros) {
        return EPOCH.plusSeconds(Math.floorDiv(micros, MICROS_A_SECOND))
                .plusNanos(Math.floorMod(micros, MICROS_A_SECOND) * 1_000);
    }

    /** The timestamptz of an instant. */
    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(EPOCH, instant);
    }
}
