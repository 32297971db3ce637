package org.stele.campaigns;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** WireMessages are what one side of a connection to PostgreSQL sends. */
final class WireMessages {

    private final DataInputStream in;

    WireMessages(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /** The first message of a client: a length and a content, without a type. */
    byte[] nextUntyped() throws IOException {
        int length = in.readInt();
        return ByteBuffer.allocate(length)
                .putInt(length)
                .put(in.readNBytes(length - Integer.BYTES))
                .array();
    }

    WireMessage next() throws IOException {
        byte type = in.readByte();
        int length = in.readInt();
        return new WireMessage(ByteBuffer.allocate(1 + length)
                .put(type)
                .putInt(length)
                .put(in.readNBytes(length - Integer.BYTES))
                .array());
    }

    /** What else has arrived already. */
    byte[] rest() throws IOException {
        return in.readNBytes(in.available());
    }
}
