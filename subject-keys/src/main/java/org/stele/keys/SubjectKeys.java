package org.stele.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.stele.events.FilingId;
import org.stele.events.Sealed;
import org.stele.events.Sha256Digest;
import org.stele.events.SubjectRef;
import org.stele.events.seal.Box;
import org.stele.events.seal.Sealer;
import org.stele.events.seal.Seals;
import org.stele.events.seal.SubjectTag;

/**
 * A SubjectKeys seals what is told of subjects, each under a key of its own (docs/spec/sealing.md), and opens it as long as the key is
 * there. It keeps no key in memory: what is destroyed in the store is unreadable from the next look on. Safe for all threads.
 *
 * <p>A box names its key only under a key of the store, so that two filings which name one person do not show it. What a command seals
 * again is the same bytes, so that a signatory can sign what will be recorded.
 */
public final class SubjectKeys implements Seals, AutoCloseable {

    /** Before the id of the store, in {@link Sealed#key()}. */
    static final String PREFIX = "subjects-";

    static final String TAGS = "tags";
    static final String LOCATORS = "locators";
    static final String IDS = "ids";

    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int ID_DIGITS = 16;
    private static final int TEXT_BLOCK_BYTES = 256;
    /** A reference has 36 characters. */
    private static final int REFERENCE_BLOCK_BYTES = 64;

    private static final int LOCATOR_BYTES = 2 * Long.BYTES + Box.OVERHEAD_BYTES;
    private static final int REFERENCE_BYTES = LOCATOR_BYTES + REFERENCE_BLOCK_BYTES + Box.OVERHEAD_BYTES;

    private final KeyRecords records;
    private final MasterKey master;
    private final @Nullable Sealer former;
    private final SecretKey tagKey;
    private final SecretKey locatorKey;
    private final KeyedIds ids;
    private final String id;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param tagSecret under which subjects are compared
     * @param locatorSecret under which boxes name their keys
     * @param ids under a key of the same store
     * @param former what older events are sealed under; null where there is none
     */
    SubjectKeys(
            KeyRecords records,
            MasterKey master,
            byte[] tagSecret,
            byte[] locatorSecret,
            KeyedIds ids,
            @Nullable Sealer former) {
        this.ids = ids;
        this.records = records;
        this.master = master;
        this.former = former;
        this.tagKey = new SecretKeySpec(tagSecret, MAC);
        this.locatorKey = new SecretKeySpec(locatorSecret, "AES");
        this.id = PREFIX
                + Sha256Digest.of(mac("stele subject keys: the store".getBytes(UTF_8)))
                        .abbreviated(ID_DIGITS);
    }

    /** Names the store. */
    @Override
    public String id() {
        return id;
    }

    /** Ids and digests under a key of the same store. */
    public KeyedIds ids() {
        return ids;
    }

    @Override
    public Sealed seal(FilingId by, String text, UUID subject, FilingId filing) {
        SubjectTag tag = tagOf(subject);
        KeyRecord record = recordsOf(Set.of(tag)).get(tag);
        return sealed(closed(by, Box.filled(text, TEXT_BLOCK_BYTES), required(record), filing));
    }

    @Override
    public Sealed sealReferences(FilingId by, List<SubjectRef> subjects, FilingId filing) {
        Set<SubjectTag> tags = new LinkedHashSet<>();
        subjects.forEach(subject -> tags.add(tag(subject)));
        Map<SubjectTag, KeyRecord> keys = recordsOf(tags);
        ByteBuffer boxes = ByteBuffer.allocate(subjects.size() * REFERENCE_BYTES);
        for (SubjectRef subject : subjects) {
            boxes.put(closed(
                    by,
                    Box.filled(subject.toString(), REFERENCE_BLOCK_BYTES),
                    required(keys.get(tag(subject))),
                    filing));
        }
        return sealed(boxes.array());
    }

    @Override
    public String open(Sealed sealed, FilingId filing) throws GeneralSecurityException {
        if (former != null && !sealed.key().startsWith(PREFIX)) {
            return former.open(sealed, filing);
        }
        byte[] opened = opened(box(sealed), filing);
        if (opened == null) {
            throw new KeyNotHeld();
        }
        return Box.text(opened);
    }

    @Override
    public OpenedReferences openReferences(Sealed sealed, FilingId filing) throws GeneralSecurityException {
        if (former != null && !sealed.key().startsWith(PREFIX)) {
            return former.openReferences(sealed, filing);
        }
        byte[] boxes = box(sealed);
        if (boxes.length % REFERENCE_BYTES != 0) {
            throw new GeneralSecurityException("What was sealed are no references.");
        }
        List<SubjectRef> subjects = new ArrayList<>();
        int notHeld = 0;
        for (int at = 0; at < boxes.length; at += REFERENCE_BYTES) {
            byte[] opened = opened(Arrays.copyOfRange(boxes, at, at + REFERENCE_BYTES), filing);
            if (opened == null) {
                notHeld++;
            } else {
                subjects.add(SubjectRef.parse(Box.text(opened)));
            }
        }
        return new OpenedReferences(subjects, notHeld);
    }

    @Override
    public SubjectRef openReference(Sealed sealed, FilingId filing, int index) throws GeneralSecurityException {
        if (former != null && !sealed.key().startsWith(PREFIX)) {
            return former.openReference(sealed, filing, index);
        }
        byte[] boxes = box(sealed);
        int at = index * REFERENCE_BYTES;
        if (index < 0 || boxes.length < at + REFERENCE_BYTES) {
            throw new GeneralSecurityException("There are %s references.".formatted(boxes.length / REFERENCE_BYTES));
        }
        byte[] opened = opened(Arrays.copyOfRange(boxes, at, at + REFERENCE_BYTES), filing);
        if (opened == null) {
            throw new KeyNotHeld();
        }
        return SubjectRef.parse(Box.text(opened));
    }

    @Override
    public SubjectTag tag(SubjectRef subject) {
        return tagOf(subject.value());
    }

    /** The id of a subject's key; empty where none is held: nothing was sealed under it, or it was destroyed. */
    public Optional<UUID> keyOf(UUID subject) {
        SubjectTag tag = tagOf(subject);
        return Optional.ofNullable(records.find(List.of(tag)).get(tag)).map(KeyRecord::id);
    }

    /** Destroys a key, durably; whether there was one. May be repeated. */
    public boolean destroy(UUID key) {
        return records.destroy(key);
    }

    /** Whether a key is held. */
    public boolean holds(UUID key) {
        return records.find(key).isPresent();
    }

    private SubjectTag tagOf(UUID subject) {
        return SubjectTag.of(mac(subject.toString().getBytes(UTF_8)));
    }

    /** The keys of subjects, which are made where they are missing. */
    private Map<SubjectTag, KeyRecord> recordsOf(Set<SubjectTag> tags) {
        Map<SubjectTag, KeyRecord> found = new HashMap<>(records.known(tags));
        List<KeyRecord> made = tags.stream()
                .filter(tag -> !found.containsKey(tag))
                .map(this::made)
                .toList();
        if (!made.isEmpty()) {
            records.keep(made).forEach(record -> found.put(record.tag(), record));
        }
        return found;
    }

    private KeyRecord made(SubjectTag tag) {
        UUID keyId = UUID.randomUUID();
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        try {
            return new KeyRecord(keyId, tag, master.wrap(key, KeyRecord.context(keyId, tag)));
        } catch (GeneralSecurityException e) {
            throw new KeysUnavailable("The master key %s cannot be used".formatted(master.id()), e);
        } finally {
            LocalMasterKey.forget(key);
        }
    }

    private static KeyRecord required(@Nullable KeyRecord record) {
        if (record == null) {
            throw new KeysUnavailable("The key of a subject was destroyed while something was sealed under it", null);
        }
        return record;
    }

    private byte[] closed(FilingId by, byte[] text, KeyRecord record, FilingId filing) {
        byte[] occasion = by.toString().getBytes(UTF_8);
        byte[] belongsTo = filing.toString().getBytes(UTF_8);
        byte[] keyId = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(record.id().getMostSignificantBits())
                .putLong(record.id().getLeastSignificantBits())
                .array();
        byte[] locator = Box.closeFor(occasion, locatorKey, keyId, belongsTo);
        byte[] key = null;
        try {
            key = master.unwrap(record.wrapped(), record.context());
            byte[] box = Box.closeFor(occasion, new SecretKeySpec(key, "AES"), text, belongsTo);
            return ByteBuffer.allocate(locator.length + box.length)
                    .put(locator)
                    .put(box)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new KeysUnavailable(notUnwrapped(record), e);
        } finally {
            if (key != null) {
                LocalMasterKey.forget(key);
            }
        }
    }

    private String notUnwrapped(KeyRecord record) {
        return "The master key %s does not open the key %s".formatted(master.id(), record.id());
    }

    /** Null where the key is not held. */
    private byte @Nullable [] opened(byte[] box, FilingId filing) throws GeneralSecurityException {
        byte[] belongsTo = filing.toString().getBytes(UTF_8);
        int locatorBytes = Math.min(LOCATOR_BYTES, box.length);
        ByteBuffer keyId = ByteBuffer.wrap(Box.open(locatorKey, Arrays.copyOf(box, locatorBytes), belongsTo));
        KeyRecord record =
                records.find(new UUID(keyId.getLong(), keyId.getLong())).orElse(null);
        if (record == null) {
            return null;
        }
        byte[] key = master.unwrap(record.wrapped(), record.context());
        try {
            return Box.open(
                    new SecretKeySpec(key, "AES"), Arrays.copyOfRange(box, LOCATOR_BYTES, box.length), belongsTo);
        } finally {
            LocalMasterKey.forget(key);
        }
    }

    private byte[] box(Sealed sealed) throws GeneralSecurityException {
        if (!sealed.key().equals(id)) {
            throw new GeneralSecurityException(
                    "It is sealed under keys of %s; this is %s.".formatted(sealed.key(), id));
        }
        return Base64.getDecoder().decode(sealed.box());
    }

    private Sealed sealed(byte[] box) {
        return new Sealed(id, Base64.getEncoder().encodeToString(box));
    }

    private byte[] mac(byte[] text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(tagKey);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + MAC, e);
        }
    }

    @Override
    public void close() {
        records.close();
    }

    /** Tells nothing but the store's id. */
    @Override
    public String toString() {
        return "SubjectKeys[" + id + "]";
    }
}
