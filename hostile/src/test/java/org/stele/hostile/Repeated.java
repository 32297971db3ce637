package org.stele.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;

/** A text, another one again and again, and a last one, without all of them in memory. */
final class Repeated extends InputStream {

    private final byte[] block;
    private final long size;
    private long at;

    private Repeated(byte[] block, long size) {
        this.block = block;
        this.size = size;
    }

    static InputStream of(String before, String again, long times, String after) {
        byte[] once = again.getBytes(UTF_8);
        int copies = Math.max(1, (64 << 10) / once.length);
        return new SequenceInputStream(Collections.enumeration(List.of(
                stream(before),
                new Repeated(again.repeat(copies).getBytes(UTF_8), once.length * times),
                stream(after))));
    }

    private static InputStream stream(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new Repeated(bytes, bytes.length);
    }

    @Override
    public int read() {
        return at < size ? block[(int) (at++ % block.length)] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (at >= size) {
            return -1;
        }
        int from = (int) (at % block.length);
        int count = (int) Math.min(Math.min(length, block.length - from), size - at);
        System.arraycopy(block, from, into, offset, count);
        at += count;
        return count;
    }
}
