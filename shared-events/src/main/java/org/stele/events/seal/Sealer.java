package org.stele.events.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.stele.events.EventJson;
import org.stele.events.FilingId;
import org.stele.events.Sealed;
import org.stele.events.Sha256Digest;
import org.stele.events.SubjectRef;
import tools.jackson.core.JacksonException;

/**
 * One key for everything: what ledgers were sealed under before each subject had a key of its own.
 *
 * <p>With random nonces the standard allows 2^32 boxes under one key, far more than a ledger has.
 */
public final class Sealer implements Seals {

    public static final int KEY_BYTES = 32;

    private static final int ID_DIGITS = 16;
    private static final String MAC = "HmacSHA256";
    private static final byte[] TAGS = "stele protection: subject tags".getBytes(UTF_8);

    /** A text is filled up to a multiple of this. */
    private static final int BLOCK_BYTES = 256;

    private final SecretKeySpec key;
    private final SecretKeySpec tagKey;
    private final String id;

    /** The key with these {@link #KEY_BYTES} secret bytes. */
    public Sealer(byte[] secret) {
        if (secret.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "Expected a key of %s bytes, got %s.".formatted(KEY_BYTES, secret.length));
        }
        this.key = new SecretKeySpec(secret, "AES");
        this.tagKey = new SecretKeySpec(mac(new SecretKeySpec(secret, MAC), TAGS), MAC);
        this.id = Sha256Digest.of(secret).abbreviated(ID_DIGITS);
    }

    /** The first 16 hexadecimal digits of the key's SHA-256. */
    @Override
    public String id() {
        return id;
    }

    @Override
    public Sealed seal(FilingId by, String text, UUID subject, FilingId filing) {
        return seal(text, filing);
    }

    /** The text in a box of its own. Blanks at its end are lost. */
    public Sealed seal(String text, FilingId filing) {
        byte[] box = Box.close(key, Box.filled(text, BLOCK_BYTES), belongingTo(filing));
        return new Sealed(id, Base64.getEncoder().encodeToString(box));
    }

    @Override
    public String open(Sealed sealed, FilingId filing) throws GeneralSecurityException {
        if (!sealed.key().equals(id)) {
            throw new GeneralSecurityException(
                    "It is sealed under the key %s; this is the key %s.".formatted(sealed.key(), id));
        }
        return Box.text(Box.open(key, Base64.getDecoder().decode(sealed.box()), belongingTo(filing)));
    }

    @Override
    public Sealed sealReferences(FilingId by, List<SubjectRef> subjects, FilingId filing) {
        return seal(EventJson.MAPPER.writeValueAsString(subjects), filing);
    }

    @Override
    public OpenedReferences openReferences(Sealed sealed, FilingId filing) throws GeneralSecurityException {
        try {
            return new OpenedReferences(
                    List.of(EventJson.MAPPER.readValue(open(sealed, filing), SubjectRef[].class)), 0);
        } catch (JacksonException e) {
            throw new GeneralSecurityException("What was sealed are no references.", e);
        }
    }

    @Override
    public SubjectRef openReference(Sealed sealed, FilingId filing, int index) throws GeneralSecurityException {
        List<SubjectRef> all = openReferences(sealed, filing).subjects();
        if (index >= all.size()) {
            throw new GeneralSecurityException("There are %s references.".formatted(all.size()));
        }
        return all.get(index);
    }

    /** Under a key of its own that is derived from this one. */
    @Override
    public SubjectTag tag(SubjectRef subject) {
        return SubjectTag.of(mac(tagKey, subject.toString().getBytes(UTF_8)));
    }

    private static byte[] mac(SecretKeySpec key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + MAC, e);
        }
    }

    private static byte[] belongingTo(FilingId filing) {
        return filing.toString().getBytes(UTF_8);
    }

    /** Tells nothing of the key but its id. */
    @Override
    public String toString() {
        return "Sealer[" + id + "]";
    }
}
