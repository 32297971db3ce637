package org.stele.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.stele.ledger.json.JsonValue;
import org.stele.ledger.json.StrictJson;
import org.stele.ledger.submitter.SigningKey;
import org.stele.ledger.submitter.SigningKey.Algorithm;

/**
 * A PrivateKeyFile is where an official keeps a private key: PKCS#8 in PEM (RFC 7468), or a JWK (RFC 7517). Nobody but its
 * owner may read it (mode 600).
 */
record PrivateKeyFile(Path path) {

    private static final int MAX_BYTES = 64 << 10;
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final HexFormat HEX = HexFormat.of();

    /** PKCS#8 before the 32 bytes of a private key (RFC 8410; RFC 5915 without the public key). */
    private static final byte[] EDWARDS = HEX.parseHex("302e020100300506032b657004220420");

    private static final byte[] P256 =
            HEX.parseHex("3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420");

    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    /** Makes a new key; a file that is there is left as it is. */
    SigningPair create(Algorithm algorithm) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.family());
            if (algorithm == Algorithm.ES256) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            KeyPair pair = generator.generateKeyPair();
            String pem = BEGIN + "\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(pair.getPrivate().getEncoded())
                    + "\n" + END + "\n";
            write(pem.getBytes(US_ASCII));
            return new SigningPair(SigningKey.ofSpki(pair.getPublic().getEncoded()), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }

    private void write(byte[] pem) throws IOException {
        FileAttribute<?>[] mode = isPosix(path.toAbsolutePath().getParent())
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createFile(path, mode);
        } catch (FileAlreadyExistsException e) {
            throw new WrongUse("Expected a name of no file, and " + path + " is there. Name another, or move it away.");
        }
        Files.write(path, pem, StandardOpenOption.SYNC);
    }

    SigningPair read() throws IOException {
        requireOwnersAlone();
        byte[] content;
        try (InputStream in = Files.newInputStream(path)) {
            content = in.readNBytes(MAX_BYTES + 1);
        }
        String text = new String(content, ISO_8859_1).strip();
        if (content.length > MAX_BYTES) {
            throw new WrongUse("Expected a private key, and " + path + " is far larger than one.");
        }
        try {
            return text.startsWith("{") ? jwk(text) : pem(text);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Nothing of the file is repeated: most of a secret may be in it.
            throw new WrongUse("Expected a private key of Ed25519 or P-256 in " + path
                    + ", as PKCS#8 in PEM (BEGIN PRIVATE KEY) or as a JWK, and it is none that can be read.");
        }
    }

    private void requireOwnersAlone() throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new WrongUse("Expected the file of a private key, and there is none at " + path
                    + ". Make one with: sign keygen FILE");
        }
        if (isPosix(path)) {
            Set<PosixFilePermission> open = EnumSet.copyOf(OF_OTHERS);
            open.retainAll(Files.getPosixFilePermissions(path));
            if (!open.isEmpty()) {
                throw new WrongUse("Expected a private key that nobody but you may read, and others may use " + path
                        + ". Say chmod 600 " + path + ", and make a new key if it was so for long.");
            }
        }
    }

    private static boolean isPosix(@org.jspecify.annotations.Nullable Path path) {
        return path != null
                && Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS) != null;
    }

    private static SigningPair pem(String text) throws GeneralSecurityException {
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new IllegalArgumentException("No PEM");
        }
        String base64 = text.substring(BEGIN.length(), text.length() - END.length());
        return ofPkcs8(Base64.getDecoder().decode(base64.replaceAll("\\s", "")));
    }

    private static SigningPair jwk(String text) throws GeneralSecurityException {
        JsonValue.Members jwk = StrictJson.parseAround(text.getBytes(ISO_8859_1));
        boolean isEdwards = jwk.text("kty").equals("OKP") && jwk.text("crv").equals("Ed25519");
        if (!isEdwards && !(jwk.text("kty").equals("EC") && jwk.text("crv").equals("P-256"))) {
            throw new IllegalArgumentException("Another kind of key");
        }
        byte[] secret = Base64.getUrlDecoder().decode(jwk.text("d"));
        if (secret.length != 32) {
            throw new IllegalArgumentException("Another length");
        }
        byte[] prefix = isEdwards ? EDWARDS : P256;
        byte[] pkcs8 = Arrays.copyOf(prefix, prefix.length + secret.length);
        System.arraycopy(secret, 0, pkcs8, prefix.length, secret.length);
        return ofPkcs8(pkcs8);
    }

    private static SigningPair ofPkcs8(byte[] pkcs8) throws GeneralSecurityException {
        boolean isEdwards = pkcs8.length == EDWARDS.length + 32 && Arrays.equals(pkcs8, 0, 16, EDWARDS, 0, 16);
        String family = (isEdwards ? Algorithm.EDDSA : Algorithm.ES256).family();
        PrivateKey key = KeyFactory.getInstance(family).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        return new SigningPair(PublicHalf.of(key), key);
    }
}
