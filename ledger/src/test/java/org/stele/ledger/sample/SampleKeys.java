package org.stele.ledger.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.note.NoteSigner;
import org.stele.ledger.note.Policy;

/** Keys that the whole world knows, for tests only. */
public final class SampleKeys {

    public static final String ORIGIN = "ledger.example/audit";

    /** The log's key in the vectors: bytes 0 to 31. */
    public static final NoteSigner LOG = signer(ORIGIN, NoteKey.Kind.ED25519, 0);

    public static final NoteSigner NEXT_LOG = signer(ORIGIN, NoteKey.Kind.ED25519, 0x60);
    public static final NoteSigner STRANGER = signer(ORIGIN, NoteKey.Kind.ED25519, 0x80);

    /** The witness of the vectors: bytes 32 to 63. */
    public static final NoteSigner WITNESS_1 = signer("witness.example/w1", NoteKey.Kind.COSIGNATURE, 0x20);

    public static final NoteSigner WITNESS_2 = signer("witness.example/w2", NoteKey.Kind.COSIGNATURE, 0x40);

    private SampleKeys() {}

    private static NoteSigner signer(String name, NoteKey.Kind kind, int firstByte) {
        byte[] seed = new byte[32];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) (firstByte + i);
        }
        String pkcs8 = "302e020100300506032b657004220420" + HexFormat.of().formatHex(seed);
        return NoteSigner.ofPkcs8(name, kind, HexFormat.of().parseHex(pkcs8));
    }

    /** Trusts {@link #LOG} and asks for both witnesses. */
    public static String policyText() {
        return """
                # Whom the auditor trusts.
                log %s
                witness one %s
                witness two %s
                group both all one two
                quorum both
                root NOR %s
                root KEN %s
                """.formatted(
                        LOG.key(),
                        WITNESS_1.key(),
                        WITNESS_2.key(),
                        SampleSigner.ROOT_NOR.key().id(),
                        SampleSigner.ROOT_KEN.key().id());
    }

    public static Policy policy() {
        return Policy.parse(policyText().getBytes(UTF_8));
    }
}
