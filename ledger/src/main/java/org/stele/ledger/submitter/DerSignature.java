package org.stele.ledger.submitter;

import java.util.Arrays;

/** An ECDSA signature as authenticators give it, in DER (WebAuthn, section 6.5.5), made r || s of 32 bytes each. */
final class DerSignature {

    private static final int NUMBER_BYTES = 32;

    private final byte[] der;
    private int at;

    private DerSignature(byte[] der) {
        this.der = der;
    }

    /** Refuses every encoding but the one of DER: a signature has one spelling. */
    static byte[] toFixed(byte[] der) {
        return new DerSignature(der).fixed();
    }

    private byte[] fixed() {
        require(der.length >= 8 && der.length <= 72 && der[0] == 0x30 && der[1] == der.length - 2);
        at = 2;
        byte[] fixed = new byte[2 * NUMBER_BYTES];
        number(fixed, NUMBER_BYTES);
        number(fixed, 2 * NUMBER_BYTES);
        require(at == der.length);
        return fixed;
    }

    /** A positive INTEGER without needless zeros, written so that it ends before an offset. */
    private void number(byte[] fixed, int end) {
        require(at + 2 < der.length && der[at] == 0x02);
        int length = der[at + 1];
        int from = at + 2;
        require(length >= 1 && length <= NUMBER_BYTES + 1 && from + length <= der.length && der[from] >= 0);
        boolean isPadded = der[from] == 0;
        require(!isPadded || length > 1 && der[from + 1] < 0);
        byte[] number = Arrays.copyOfRange(der, isPadded ? from + 1 : from, from + length);
        require(number.length <= NUMBER_BYTES);
        System.arraycopy(number, 0, fixed, end - number.length, number.length);
        at = from + length;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("Expected an ECDSA signature for P-256 in DER");
        }
    }
}
