package org.stele.campaigns;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A WireMessage is one message of PostgreSQL's protocol, version 3.
 *
 * @param bytes all of it: the type, the length of what follows including itself, and the content
 */
record WireMessage(byte[] bytes) {

    private static final int HEADER = 5;

    char type() {
        return (char) bytes[0];
    }

    /** The text at some place of the content, each ended by a zero. */
    String text(int place) {
        int from = HEADER;
        for (int i = 0; i < place; i++) {
            from = end(from) + 1;
        }
        return new String(bytes, from, end(from) - from, UTF_8);
    }

    private int end(int from) {
        int end = from;
        while (bytes[end] != 0) {
            end++;
        }
        return end;
    }
}
