package org.stele.ledger.submitter;

import java.math.BigInteger;
import java.util.Set;

/**
 * Checks of points and signatures that not every platform makes (docs/spec/submitters.md, section 4): Java before 17.0.3
 * took an ECDSA signature of zeros for every message (CVE-2022-21449).
 */
final class Curves {

    private static final BigInteger THREE = BigInteger.valueOf(3);

    /** P-256 (SEC 2, section 2.4.2): the field, the constant b, and the order of the base point. */
    private static final BigInteger P = hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");

    private static final BigInteger B = hex("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");
    private static final BigInteger N = hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");

    /** Ed25519 (RFC 8032, section 5.1). */
    private static final BigInteger EDWARDS_P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

    private static final BigInteger EDWARDS_D = hex("52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3");
    private static final BigInteger EDWARDS_L =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private static final BigInteger EIGHTH = hex("05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826");

    /** The heights of the points of order 1, 2, 4 and 8: under such a key a signature says nothing of its message. */
    private static final Set<BigInteger> SMALL = Set.of(
            BigInteger.ONE, EDWARDS_P.subtract(BigInteger.ONE), BigInteger.ZERO, EIGHTH, EDWARDS_P.subtract(EIGHTH));

    private Curves() {}

    /** @param x 32 bytes, most significant first; y likewise */
    static boolean isOnP256(byte[] x, byte[] y) {
        BigInteger px = new BigInteger(1, x);
        BigInteger py = new BigInteger(1, y);
        if (px.compareTo(P) >= 0 || py.compareTo(P) >= 0) {
            return false;
        }
        BigInteger right = px.pow(3).subtract(THREE.multiply(px)).add(B).mod(P);
        return py.multiply(py).mod(P).equals(right);
    }

    /** @param signature r and s, 32 bytes each, most significant first */
    static boolean isP256Signature(byte[] signature) {
        return signature.length == 64 && isBelowOrder(signature, 0) && isBelowOrder(signature, 32);
    }

    private static boolean isBelowOrder(byte[] signature, int from) {
        BigInteger number = new BigInteger(1, signature, from, 32);
        return number.signum() > 0 && number.compareTo(N) < 0;
    }

    /** @param key 32 bytes: the height, least significant byte first, and the sign of x in the last bit */
    static boolean isEdwardsKey(byte[] key) {
        byte[] reversed = reversed(key, 0);
        boolean isNegative = reversed[0] < 0;
        reversed[0] &= 0x7f;
        BigInteger y = new BigInteger(1, reversed);
        if (y.compareTo(EDWARDS_P) >= 0 || SMALL.contains(y)) {
            return false;
        }
        BigInteger square = y.multiply(y);
        BigInteger bottom = EDWARDS_D.multiply(square).add(BigInteger.ONE).modInverse(EDWARDS_P);
        BigInteger x2 = square.subtract(BigInteger.ONE).multiply(bottom).mod(EDWARDS_P);
        BigInteger half = EDWARDS_P.subtract(BigInteger.ONE).shiftRight(1);
        return x2.signum() == 0 ? !isNegative : x2.modPow(half, EDWARDS_P).equals(BigInteger.ONE);
    }

    /** RFC 8032, section 5.1.7: the second half is below the order. */
    static boolean isEdwardsSignature(byte[] signature) {
        return signature.length == 64 && new BigInteger(1, reversed(signature, 32)).compareTo(EDWARDS_L) < 0;
    }

    private static byte[] reversed(byte[] bytes, int from) {
        byte[] reversed = new byte[32];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = bytes[from + 31 - i];
        }
        return reversed;
    }

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
    }
}
