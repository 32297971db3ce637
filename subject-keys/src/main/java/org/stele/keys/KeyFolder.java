package org.stele.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.seal.SubjectTag;

/**
 * A KeyFolder keeps each key in one file of mode 600, under two names: {@code ids/ID} and {@code tags/TAG}. To destroy a key is to
 * overwrite the file, and then to remove both names. The folder's file system must have hard links.
 */
final class KeyFolder implements KeyRecords {

    /** The lock of a file is a process's: its threads take turns here. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path ids;
    private final Path tags;
    private final Path secrets;
    private final Path lock;
    private final KeptTogether together = new KeptTogether(this::keepAll);

    /** @param folder made, for its owner alone, when something is kept */
    KeyFolder(Path folder) {
        this.ids = folder.resolve("ids");
        this.tags = folder.resolve("tags");
        this.secrets = folder.resolve("secrets");
        this.lock = folder.resolve("lock");
    }

    @FunctionalInterface
    private interface Work<T extends @Nullable Object> {
        T run() throws IOException;
    }

    @Override
    public Map<SubjectTag, KeyRecord> find(Collection<SubjectTag> subjects) {
        return asked(() -> {
            Map<SubjectTag, KeyRecord> found = new HashMap<>();
            for (SubjectTag subject : subjects) {
                KeyRecord record = read(named(subject));
                if (record != null) {
                    found.put(subject, record);
                }
            }
            return found;
        });
    }

    @Override
    public Optional<KeyRecord> find(UUID id) {
        return asked(() -> Optional.ofNullable(read(named(id))));
    }

    @Override
    public List<KeyRecord> keep(List<KeyRecord> made) {
        return together.keep(made);
    }

    private List<KeyRecord> keepAll(List<KeyRecord> made) {
        return asked(() -> {
            Files.createDirectories(ids);
            Files.createDirectories(tags);
            // Each file is synced; side by side the disk takes many at once.
            made.parallelStream().forEach(this::write);
            sync(ids);
            List<KeyRecord> standing = alone(() -> {
                List<KeyRecord> all = new ArrayList<>();
                for (KeyRecord record : made) {
                    all.add(named(record));
                }
                return all;
            });
            sync(tags);
            return standing;
        });
    }

    /** Gives a new key its second name, unless its subject has a key. */
    private KeyRecord named(KeyRecord record) throws IOException {
        Path name = named(record.tag());
        KeyRecord first = read(name);
        if (first != null) {
            Files.delete(named(record.id()));
            return first;
        }
        // What was overwritten and kept its name: its destruction was interrupted.
        Files.deleteIfExists(name);
        Files.createLink(name, named(record.id()));
        return record;
    }

    @Override
    public boolean destroy(UUID id) {
        return asked(() -> Files.exists(ids)
                && alone(() -> {
                    Path name = named(id);
                    if (!Files.exists(name)) {
                        return false;
                    }
                    KeyRecord record = read(name);
                    overwrite(name);
                    if (record != null && read(named(record.tag())) == null) {
                        Files.deleteIfExists(named(record.tag()));
                        sync(tags);
                    }
                    Files.delete(name);
                    sync(ids);
                    return true;
                }));
    }

    @Override
    public Optional<byte[]> secret(String name) {
        return asked(() -> {
            byte[] content = content(secrets.resolve(name));
            return content == null
                    ? Optional.empty()
                    : Optional.of(Base64.getDecoder().decode(new String(content, US_ASCII).strip()));
        });
    }

    @Override
    public byte[] keepSecret(String name, byte[] wrapped) {
        asked(() -> {
            Files.createDirectories(secrets);
            Path half = Files.createTempFile(secrets, name, ".new");
            try {
                overwrite(half, Base64.getEncoder().encode(wrapped));
                Files.createLink(secrets.resolve(name), half);
            } catch (FileAlreadyExistsException e) {
                // Another process made one first.
            } finally {
                Files.deleteIfExists(half);
            }
            sync(secrets);
            return true;
        });
        return secret(name).orElseThrow();
    }

    @Override
    public int rewrap(Rewrapping rewrapping) {
        return asked(() -> Files.exists(secrets) ? alone(() -> rewrapAll(rewrapping)) : 0);
    }

    private int rewrapAll(Rewrapping rewrapping) throws IOException {
        int changed = 0;
        for (Path file : files(ids)) {
            KeyRecord record = read(file);
            if (record != null) {
                byte[] wrapped = rewrapping.of(record.wrapped(), record.context());
                changed += wrapped == record.wrapped() ? 0 : 1;
                replace(record.wrappedAs(wrapped));
            }
        }
        for (Path file : files(secrets)) {
            String name = secrets.relativize(file).toString();
            byte[] standing = secret(name).orElseThrow();
            byte[] wrapped = rewrapping.of(standing, name.getBytes(US_ASCII));
            if (wrapped != standing) {
                changed++;
                replace(secrets, file, Base64.getEncoder().encode(wrapped));
            }
        }
        return changed;
    }

    /** Without what is half written. */
    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> !file.toString().endsWith(".new")).toList();
        }
    }

    /** Both names have the new content, whatever was interrupted before. */
    private void replace(KeyRecord record) throws IOException {
        Path name = named(record.id());
        Path tag = named(record.tag());
        KeyRecord ofTag = read(tag);
        if (!record.equals(read(name))) {
            replace(ids, name, record.encode());
        }
        if (ofTag != null && ofTag.id().equals(record.id()) && !Files.isSameFile(name, tag)) {
            Path second = tags.resolve(record.id() + ".new");
            Files.deleteIfExists(second);
            Files.createLink(second, name);
            Files.move(second, tag, StandardCopyOption.ATOMIC_MOVE);
            sync(tags);
        }
    }

    /** The file has the one content or the other, and nothing of the one before is left. */
    private static void replace(Path folder, Path file, byte[] content) throws IOException {
        Path half = Files.createTempFile(folder, "key", ".new");
        overwrite(half, content);
        try (FileChannel before = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            sync(folder);
            before.write(ByteBuffer.allocate(Math.toIntExact(before.size())), 0);
            before.force(true);
        }
    }

    private Path named(UUID id) {
        return ids.resolve(id.toString());
    }

    private Path named(SubjectTag tag) {
        return tags.resolve(HexFormat.of().formatHex(tag.bytes()));
    }

    /** Null where there is no file, or only what is left of a destroyed key. */
    private static @Nullable KeyRecord read(Path file) throws IOException {
        byte[] content = content(file);
        if (content == null || isOverwritten(content)) {
            return null;
        }
        try {
            return KeyRecord.decode(content);
        } catch (IllegalArgumentException e) {
            throw new IOException("%s holds no key of a subject: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static byte @Nullable [] content(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static boolean isOverwritten(byte[] content) {
        for (byte each : content) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    /** A file has its whole content from the moment on that it has its name. */
    private void write(KeyRecord record) {
        try {
            Path half = Files.createTempFile(ids, "key", ".new"); // Of mode 600.
            overwrite(half, record.encode());
            Files.move(half, named(record.id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void overwrite(Path file) throws IOException {
        overwrite(file, new byte[Math.toIntExact(Files.size(file))]);
    }

    private static void overwrite(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** A name is durable only after its folder is synced. */
    private static void sync(Path folder) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** While no other thread or process changes a name. */
    private <T> T alone(Work<T> work) throws IOException {
        THREADS.lock();
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            return work.run();
        } finally {
            THREADS.unlock();
        }
    }

    private static <T> T asked(Work<T> work) {
        try {
            return work.run();
        } catch (IOException | UncheckedIOException | UnsupportedOperationException e) {
            throw new KeysUnavailable("The folder of the keys cannot be used: " + e.getMessage(), e);
        }
    }
}
