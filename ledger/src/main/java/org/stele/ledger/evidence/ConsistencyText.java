package org.stele.ledger.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.stele.ledger.Hash;

/** The hashes of a consistency proof as text: base64, one a line. */
public final class ConsistencyText {

    static final int MAX_HASHES = 63;

    private ConsistencyText() {}

    public static byte[] encode(List<Hash> hashes) {
        StringBuilder text = new StringBuilder();
        hashes.forEach(hash ->
                text.append(Base64.getEncoder().encodeToString(hash.bytes())).append('\n'));
        return text.toString().getBytes(US_ASCII);
    }

    public static List<Hash> parse(byte[] bytes) {
        List<Hash> hashes = new ArrayList<>();
        for (String line : new String(bytes, US_ASCII).split("\n")) {
            if (hashes.size() == MAX_HASHES) {
                throw new IllegalArgumentException("A proof has at most 63 hashes");
            }
            if (bytes.length > 0) {
                hashes.add(Hash.of(Base64.getDecoder().decode(line)));
            }
        }
        if (!Arrays.equals(encode(hashes), bytes)) {
            throw new IllegalArgumentException("A consistency proof is hashes in base64, one a line");
        }
        return hashes;
    }
}
