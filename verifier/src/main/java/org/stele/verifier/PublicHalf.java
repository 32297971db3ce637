package org.stele.verifier;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.HexFormat;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.note.NoteSigner;
import org.stele.ledger.submitter.SigningKey;

/** Finds the public key of a private one, which the Java platform does not do by itself. */
final class PublicHalf {

    /** The bytes before the 32 of a key in its SubjectPublicKeyInfo (RFC 8410). */
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final BigInteger TWO = BigInteger.TWO;
    private static final BigInteger THREE = BigInteger.valueOf(3);

    private PublicHalf() {}

    static SigningKey of(PrivateKey key) throws GeneralSecurityException {
        if (key instanceof ECPrivateKey ec) {
            ECPoint point = times(ec.getS(), ec.getParams());
            ECPublicKeySpec spec = new ECPublicKeySpec(point, ec.getParams());
            return SigningKey.ofSpki(
                    KeyFactory.getInstance("EC").generatePublic(spec).getEncoded());
        }
        if (key instanceof EdECPrivateKey) {
            byte[] point =
                    new NoteSigner("key", NoteKey.Kind.ED25519, key).key().publicKey();
            return SigningKey.ofSpki(ByteBuffer.allocate(ED25519.length + point.length)
                    .put(ED25519)
                    .put(point)
                    .array());
        }
        throw new IllegalArgumentException("Another kind of key");
    }

    /** The base point so many times, in affine coordinates: once for a file, on its owner's machine. */
    private static ECPoint times(BigInteger scalar, ECParameterSpec curve) {
        BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
        BigInteger a = curve.getCurve().getA();
        ECPoint sum = ECPoint.POINT_INFINITY;
        for (int bit = scalar.bitLength() - 1; bit >= 0; bit--) {
            sum = add(sum, sum, a, p);
            if (scalar.testBit(bit)) {
                sum = add(sum, curve.getGenerator(), a, p);
            }
        }
        return sum;
    }

    private static ECPoint add(ECPoint one, ECPoint two, BigInteger a, BigInteger p) {
        if (one.equals(ECPoint.POINT_INFINITY) || two.equals(ECPoint.POINT_INFINITY)) {
            return one.equals(ECPoint.POINT_INFINITY) ? two : one;
        }
        BigInteger x1 = one.getAffineX();
        BigInteger y1 = one.getAffineY();
        BigInteger x2 = two.getAffineX();
        BigInteger slope;
        if (one.equals(two)) {
            slope = x1.multiply(x1)
                    .multiply(THREE)
                    .add(a)
                    .multiply(y1.multiply(TWO).modInverse(p));
        } else {
            slope = two.getAffineY().subtract(y1).multiply(x2.subtract(x1).modInverse(p));
        }
        BigInteger x3 = slope.multiply(slope).subtract(x1).subtract(x2).mod(p);
        return new ECPoint(x3, slope.multiply(x1.subtract(x3)).subtract(y1).mod(p));
    }
}
