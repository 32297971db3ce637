package org.stele.eventstore.home;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.Collections;
import java.util.Locale;
import org.stele.ledger.note.NoteKey;
import org.stele.ledger.note.NoteSigner;

/**
 * A KeyFile is where a private Ed25519 key is kept: PKCS#8 in PEM (RFC 7468, RFC 8410), or PKCS#12 where the name ends in
 * {@code .p12} or {@code .pfx}.
 *
 * @param password of a PKCS#12 file; empty for PEM, which has none
 */
public record KeyFile(Path path, String password) {

    private static final int MAX_BYTES = 64 << 10;
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    /** Makes a new key where there is no file yet: PEM, readable by its owner alone. */
    void createIfMissing() throws IOException {
        if (Files.exists(path)) {
            return;
        }
        if (isPkcs12()) {
            throw new IOException(
                    "There is no key at %s. Make it with keytool -genkeypair -keyalg Ed25519.".formatted(path));
        }
        try {
            byte[] pkcs8 = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            String pem = BEGIN + "\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pkcs8) + "\n" + END + "\n";
            SafeFile.write(path, pem.getBytes(US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has Ed25519", e);
        }
    }

    /** The signer of this name with the key of the file. */
    NoteSigner read(String name) throws IOException {
        if (!Files.exists(path)) {
            throw new IOException("There is no signing key at " + path);
        }
        if (Files.size(path) > MAX_BYTES) {
            throw new IOException(
                    String.format(Locale.ROOT, "%s is no key: it has more than %,d bytes", path, MAX_BYTES));
        }
        try {
            return isPkcs12()
                    ? new NoteSigner(name, NoteKey.Kind.ED25519, pkcs12())
                    : NoteSigner.ofPkcs8(name, NoteKey.Kind.ED25519, pem());
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new IOException(
                    "%s holds no Ed25519 key that can be read: %s. Expected PKCS#8 in PEM, or PKCS#12 with its password."
                            .formatted(path, e.getMessage()),
                    e);
        }
    }

    private boolean isPkcs12() {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".p12") || name.endsWith(".pfx");
    }

    private byte[] pem() throws IOException {
        String text = Files.readString(path).strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new IllegalArgumentException("it does not begin with " + BEGIN);
        }
        String base64 = text.substring(BEGIN.length(), text.length() - END.length());
        return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
    }

    private PrivateKey pkcs12() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(path)) {
            store.load(in, password.toCharArray());
        }
        for (String alias : Collections.list(store.aliases())) {
            Key key = store.getKey(alias, password.toCharArray());
            if (key instanceof PrivateKey privateKey) {
                return privateKey;
            }
        }
        throw new IllegalArgumentException("it has no private key");
    }

    /** Omits the password: records print their fields. */
    @Override
    public String toString() {
        return path.toString();
    }
}
