package org.stele.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.stele.events.Sha256Digest;
import org.stele.events.seal.Box;
import org.stele.eventstore.home.SecretFile;

/** A LocalMasterKey is a master key whose bytes this process holds: from a file, an environment variable or a PKCS#12 file. */
public final class LocalMasterKey implements MasterKey {

    private static final int KEY_BYTES = 32;
    private static final int ID_DIGITS = 16;
    private static final byte[] NAMED_APART = "stele master key".getBytes(US_ASCII);

    private final SecretKey key;
    private final String id;

    private LocalMasterKey(byte[] secret) {
        this.key = new SecretKeySpec(secret, "AES");
        this.id = Sha256Digest.of(NAMED_APART, secret).abbreviated(ID_DIGITS);
    }

    /** The secret of a file of mode 600, which is made where it is not there. */
    static LocalMasterKey ofFileOrNew(Path file) throws IOException {
        return new LocalMasterKey(new SecretFile(file).readOrCreate());
    }

    /** The same, of a file that is there; null where it is not. */
    static @Nullable LocalMasterKey ofFile(Path file) throws IOException {
        return new SecretFile(file).read().map(LocalMasterKey::new).orElse(null);
    }

    /** @param digits 64 hexadecimal digits, as an environment variable has them */
    static LocalMasterKey ofHex(String name, String digits) {
        String text = digits.strip();
        if (!text.matches("[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException(
                    "%s holds no master key: expected 64 hexadecimal digits, got %s characters. Make one with: openssl rand -hex 32"
                            .formatted(name, text.length()));
        }
        return new LocalMasterKey(HexFormat.of().parseHex(text));
    }

    /** The AES key of 256 bits under an alias of a PKCS#12 file. */
    static LocalMasterKey ofPkcs12(Path file, String alias, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        Key key = store.getKey(alias, password);
        byte[] secret = key == null ? null : key.getEncoded();
        if (secret == null || secret.length != KEY_BYTES) {
            throw new IOException(
                    "%s holds no AES key of 256 bits under the alias %s. Make one with: keytool -genseckey -storetype PKCS12 -keyalg AES -keysize 256 -keystore FILE -alias ALIAS"
                            .formatted(file, alias));
        }
        return new LocalMasterKey(secret);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public byte[] wrap(byte[] secret, byte[] context) {
        return Box.close(key, secret, context);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] context) throws GeneralSecurityException {
        return Box.open(key, wrapped, context);
    }

    /** Overwrites secret bytes that are no longer used. */
    static void forget(byte[] secret) {
        Arrays.fill(secret, (byte) 0);
    }

    /** Tells nothing of the key but its id. */
    @Override
    public String toString() {
        return "LocalMasterKey[" + id + "]";
    }
}
