package org.stele.ledger.evidence;

import java.util.zip.CRC32;
import org.stele.ledger.Hash;

/** A ZipMember is one file of a bundle. */
record ZipMember(String name, byte[] bytes) {

    int crc() {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    Hash digest() {
        return Hash.sha256(bytes);
    }
}
