package org.stele.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RandomBlocksTest {

    /** Counts in place of chance: every four bytes are another number. */
    private static final class Counting extends SecureRandom {

        private int next;

        @Override
        public void nextBytes(byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                buffer.putInt(++next);
            }
        }
    }

    @Test
    void no_byte_is_given_out_twice() {
        RandomBlocks blocks = new RandomBlocks(new Counting());
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            ByteBuffer given = ByteBuffer.wrap(blocks.next(4 * (1 + i % 30)));
            while (given.hasRemaining()) {
                int number = given.getInt();
                assertThat(number).isPositive();
                assertThat(seen.add(number)).isTrue();
            }
        }
    }

    @Test
    void threads_share_none() {
        RandomBlocks blocks = new RandomBlocks(new Counting());
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 20_000)
                .parallel()
                .forEach(i -> assertThat(seen.add(
                                ByteBuffer.wrap(blocks.next(Long.BYTES)).getLong()))
                        .isTrue());
        assertThat(seen).hasSize(20_000);
    }

    @Test
    void Axon_takes_its_ids_from_here_and_they_are_random_uuids() {
        IdentifierFactory factory = IdentifierFactory.getInstance();
        assertThat(factory).isInstanceOf(RandomIdentifiers.class);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            String id = factory.generateIdentifier();
            UUID uuid = UUID.fromString(id);
            assertThat(uuid).hasToString(id);
            assertThat(uuid.version()).isEqualTo(4);
            assertThat(uuid.variant()).isEqualTo(2);
            assertThat(ids.add(id)).isTrue();
        }
    }
}
