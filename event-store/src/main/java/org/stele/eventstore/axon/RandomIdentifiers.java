package org.stele.eventstore.axon;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;

/**
 * A RandomIdentifiers gives Axon's messages their ids: random UUIDs (RFC 9562, version 4) as {@link UUID#randomUUID}
 * makes them, whose bytes are drawn in blocks. Axon finds it as a service.
 */
public final class RandomIdentifiers extends IdentifierFactory {

    private static final int UUID_BYTES = 16;

    private final RandomBlocks blocks = new RandomBlocks(new SecureRandom());

    /** For the service loader. */
    public RandomIdentifiers() {}

    @Override
    public String generateIdentifier() {
        ByteBuffer random = ByteBuffer.wrap(blocks.next(UUID_BYTES));
        long high = (random.getLong() & ~0xF000L) | 0x4000L;
        long low = (random.getLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low).toString();
    }
}
