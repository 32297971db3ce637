package org.stele.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stele.events.seal.SubjectTag;

/**
 * A KeyFile is the keys of a folder in one file, a slot of 512 bytes for each: a sector, which a disk writes whole or not at all. The
 * next keys take the next slots, with one sync for all; a destroyed key is overwritten in its slot, which stays empty. The file has
 * zeros beyond the last slot, so that a sync seldom changes its size.
 *
 * <p>Where each key is, is remembered; what is in a slot is read each time, since other processes destroy keys. Safe for all threads,
 * but of all threads and processes only one changes the file at a time, and none looks for keys that are new to it meanwhile: what is
 * not synced yet is no key to seal under ({@link KeyFolder} sees to both).
 */
final class KeyFile {

    private static final int SLOT_BYTES = 512;
    private static final int GROWTH_SLOTS = 128;
    private static final byte[] DESTROYED = Arrays.copyOf("destroyed\n".getBytes(US_ASCII), SLOT_BYTES);

    private final Path file;
    private final Map<UUID, Integer> byId = new HashMap<>();
    private final Map<SubjectTag, Integer> byTag = new HashMap<>();
    private int slots;

    KeyFile(Path file) {
        this.file = file;
    }

    /** Null where none is remembered. */
    @Nullable
    KeyRecord known(SubjectTag tag) throws IOException {
        return find(byTag, tag, false);
    }

    /** Null where none is remembered. */
    @Nullable
    KeyRecord known(UUID id) throws IOException {
        return find(byId, id, false);
    }

    /** Null where there is none. */
    @Nullable
    KeyRecord find(SubjectTag tag) throws IOException {
        return find(byTag, tag, true);
    }

    /** Null where there is none. */
    @Nullable
    KeyRecord find(UUID id) throws IOException {
        return find(byId, id, true);
    }

    private synchronized <K> @Nullable KeyRecord find(Map<K, Integer> places, K name, boolean isReadOn)
            throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            KeyRecord record = at(channel, places.get(name), name);
            if (record == null && isReadOn) {
                if (name instanceof SubjectTag && places.containsKey(name)) {
                    forget(); // Its key was destroyed; another one may stand behind it.
                }
                // Another process may have kept it since, or the file came back from a backup.
                readOn(channel);
                record = at(channel, places.get(name), name);
            }
            return record;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private @Nullable KeyRecord at(FileChannel channel, @Nullable Integer slot, Object name) throws IOException {
        KeyRecord record = slot == null ? null : record(channel, slot);
        if (record == null || name.equals(record.id()) || name.equals(record.tag())) {
            return record;
        }
        forget();
        return null;
    }

    /** Keeps new keys durably. Who looks for keys that are remembered does not wait. */
    void append(List<KeyRecord> records) throws IOException {
        if (!Files.exists(file)) {
            create();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            int first = readOn(channel);
            while (channel.size() < (long) (first + records.size()) * SLOT_BYTES) {
                write(
                        channel,
                        ByteBuffer.allocate(GROWTH_SLOTS * SLOT_BYTES),
                        channel.size() / SLOT_BYTES * SLOT_BYTES);
                channel.force(true);
            }
            ByteBuffer content = ByteBuffer.allocate(records.size() * SLOT_BYTES);
            records.forEach(record -> content.put(slot(record)));
            write(channel, content.flip(), (long) first * SLOT_BYTES);
            channel.force(false);
            readOn(channel);
        }
    }

    /** Destroys a key durably; whether there was one. */
    boolean destroy(UUID id) throws IOException {
        if (find(id) == null) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            write(channel, ByteBuffer.wrap(DESTROYED), (long) place(id) * SLOT_BYTES);
            channel.force(false);
            return true;
        }
    }

    private synchronized int place(UUID id) {
        return Objects.requireNonNull(byId.get(id), "it was found");
    }

    /** Wraps each key anew in its slot; how many were wrapped otherwise. */
    int rewrap(KeyRecords.Rewrapping rewrapping) throws IOException {
        int changed = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            int all = readOn(channel);
            for (int slot = 0; slot < all; slot++) {
                KeyRecord record = record(channel, slot);
                byte[] wrapped = record == null ? null : rewrapping.of(record.wrapped(), record.context());
                if (record != null && wrapped != null && wrapped != record.wrapped()) {
                    write(channel, ByteBuffer.wrap(slot(record.wrappedAs(wrapped))), (long) slot * SLOT_BYTES);
                    changed++;
                }
            }
            channel.force(false);
        } catch (NoSuchFileException e) {
            return 0;
        }
        return changed;
    }

    private void create() throws IOException {
        Path folder = Objects.requireNonNull(file.getParent(), "a file is in a folder");
        Path half = Files.createTempFile(folder, "keys", ".new"); // Of mode 600.
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        KeyFolder.sync(folder);
    }

    /** Learns of the slots that were written since, from the first one on where the file is another than before; how many there are. */
    private synchronized int readOn(FileChannel channel) throws IOException {
        if (slots > 0 && content(channel, slots - 1) == null) {
            forget();
        }
        ByteBuffer chunk = ByteBuffer.allocate(GROWTH_SLOTS * SLOT_BYTES);
        while (true) {
            read(channel, chunk.clear(), (long) slots * SLOT_BYTES);
            chunk.flip();
            if (chunk.remaining() < SLOT_BYTES) {
                return slots;
            }
            while (chunk.remaining() >= SLOT_BYTES) {
                byte[] slot = new byte[SLOT_BYTES];
                chunk.get(slot);
                if (slot[0] == 0) {
                    return slots;
                }
                KeyRecord record = decoded(slot, slots);
                if (record != null) {
                    byId.put(record.id(), slots);
                    // Of two keys of one subject the first is used: the other is left of a loss of power before anybody
                    // used it.
                    Integer before = byTag.get(record.tag());
                    if (before == null || record(channel, before) == null) {
                        byTag.put(record.tag(), slots);
                    }
                }
                slots++;
            }
        }
    }

    private void forget() {
        slots = 0;
        byId.clear();
        byTag.clear();
    }

    /** Null where the slot holds no key, or no longer one. */
    private @Nullable KeyRecord record(FileChannel channel, int slot) throws IOException {
        byte[] content = content(channel, slot);
        return content == null ? null : decoded(content, slot);
    }

    /** Null beyond the last slot. */
    private static byte @Nullable [] content(FileChannel channel, int slot) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(SLOT_BYTES);
        read(channel, content, (long) slot * SLOT_BYTES);
        return content.hasRemaining() || content.get(0) == 0 ? null : content.array();
    }

    /** Null for what is left of a destroyed key. */
    private @Nullable KeyRecord decoded(byte[] slot, int number) throws IOException {
        if (Arrays.equals(slot, DESTROYED)) {
            return null;
        }
        int end = SLOT_BYTES;
        while (slot[end - 1] == 0) {
            end--;
        }
        try {
            return KeyRecord.decode(Arrays.copyOf(slot, end));
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "%s holds no key of a subject from byte %s on: %s. Restore the file from its copy"
                            .formatted(file, (long) number * SLOT_BYTES, e.getMessage()),
                    e);
        }
    }

    private static byte[] slot(KeyRecord record) {
        byte[] encoded = record.encode();
        if (encoded.length > SLOT_BYTES) {
            throw new KeysUnavailable(
                    "A folder of keys holds keys of at most %s bytes as they are wrapped, and the master key made one of %s: use a database (STELE_KEYS_URL)"
                            .formatted(SLOT_BYTES, encoded.length),
                    null);
        }
        return Arrays.copyOf(encoded, SLOT_BYTES);
    }

    private static void read(FileChannel channel, ByteBuffer buffer, long at) throws IOException {
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
            // A read may give a part.
        }
    }

    private static void write(FileChannel channel, ByteBuffer buffer, long at) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer, at + buffer.position());
        }
    }
}
