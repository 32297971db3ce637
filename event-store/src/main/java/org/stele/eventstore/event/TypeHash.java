package org.stele.eventstore.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.stele.ledger.Hash;

/** The TypeHash of a type of events is the first four bytes of its SHA-256. */
public final class TypeHash {

    private TypeHash() {}

    public static int of(String type) {
        return ByteBuffer.wrap(Hash.sha256(type.getBytes(UTF_8)).bytes()).getInt();
    }
}
