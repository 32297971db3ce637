package org.stele.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.seal.SubjectTag;

/**
 * A KeyFolder keeps the keys in one file ({@link KeyFile}) and the secrets of the store in one each, all of mode 600. Processes that
 * share the folder take turns to change it, by the lock of a file.
 */
final class KeyFolder implements KeyRecords {

    /** The lock of a file is a process's: its threads take turns here. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path folder;
    private final KeyFile keys;
    private final EarlierKeys earlier;
    private final Path secrets;
    private final Path lock;
    private final KeptTogether together = new KeptTogether(this::keepAll);

    /** @param folder made, for its owner alone, when something is kept */
    KeyFolder(Path folder) {
        this.folder = folder;
        this.keys = new KeyFile(folder.resolve("keys"));
        this.earlier = new EarlierKeys(folder);
        this.secrets = folder.resolve("secrets");
        this.lock = folder.resolve("lock");
    }

    @FunctionalInterface
    private interface Work<T extends @Nullable Object> {
        T run() throws IOException;
    }

    @Override
    public Map<SubjectTag, KeyRecord> find(Collection<SubjectTag> subjects) {
        return found(subjects, subject -> settled(() -> keys.find(subject)));
    }

    @Override
    public Map<SubjectTag, KeyRecord> known(Collection<SubjectTag> subjects) {
        return found(subjects, keys::known);
    }

    /** Looks one up. */
    @FunctionalInterface
    private interface Look {
        @Nullable
        KeyRecord at(SubjectTag subject) throws IOException;
    }

    private Map<SubjectTag, KeyRecord> found(Collection<SubjectTag> subjects, Look look) {
        return asked(() -> {
            Map<SubjectTag, KeyRecord> found = new HashMap<>();
            for (SubjectTag subject : subjects) {
                // In this order: a key is where keys are before it leaves where they were.
                KeyRecord before = earlier.find(subject);
                KeyRecord record = before != null ? before : look.at(subject);
                if (record != null) {
                    found.put(subject, record);
                }
            }
            return found;
        });
    }

    @Override
    public Optional<KeyRecord> find(UUID id) {
        return asked(() -> {
            KeyRecord before = earlier.find(id);
            KeyRecord known = before != null ? before : keys.known(id);
            return Optional.ofNullable(known != null ? known : settled(() -> keys.find(id)));
        });
    }

    @Override
    public List<KeyRecord> keep(List<KeyRecord> made) {
        return together.keep(made);
    }

    private List<KeyRecord> keepAll(List<KeyRecord> made) {
        return asked(() -> {
            Files.createDirectories(folder);
            return alone(() -> {
                List<KeyRecord> standing = new ArrayList<>();
                Map<SubjectTag, KeyRecord> missing = new LinkedHashMap<>();
                for (KeyRecord record : made) {
                    KeyRecord there = keys.find(record.tag());
                    standing.add(there != null ? there : missing.computeIfAbsent(record.tag(), _ -> record));
                }
                if (!missing.isEmpty()) {
                    keys.append(List.copyOf(missing.values()));
                }
                return standing;
            });
        });
    }

    @Override
    public boolean destroy(UUID id) {
        return asked(() -> Files.exists(folder) && alone(() -> keys.destroy(id)));
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
        int changed = keys.rewrap(rewrapping);
        try (Stream<Path> files = Files.list(secrets)) {
            for (Path file :
                    files.filter(each -> !each.toString().endsWith(".new")).toList()) {
                String name = secrets.relativize(file).toString();
                byte[] standing = secret(name).orElseThrow();
                byte[] wrapped = rewrapping.of(standing, name.getBytes(US_ASCII));
                if (wrapped != standing) {
                    changed++;
                    replace(secrets, file, Base64.getEncoder().encode(wrapped));
                }
            }
        }
        return changed;
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

    private static byte @Nullable [] content(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    static void overwrite(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** A name is durable only after its folder is synced. */
    static void sync(Path folder) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** While no other thread or process changes anything. */
    private <T> T alone(Work<T> work) throws IOException {
        THREADS.lock();
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            earlier.moveInto(keys);
            return work.run();
        } finally {
            THREADS.unlock();
        }
    }

    /** While no other thread or process changes anything; several processes may look at once. */
    private <T extends @Nullable Object> T settled(Work<T> work) throws IOException {
        THREADS.lock();
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.READ);
                FileLock _ = channel.lock(0, Long.MAX_VALUE, true)) {
            return work.run();
        } catch (NoSuchFileException e) {
            return work.run(); // Nothing was changed here yet.
        } finally {
            THREADS.unlock();
        }
    }

    private static <T> T asked(Work<T> work) {
        try {
            return work.run();
        } catch (IOException | UnsupportedOperationException e) {
            throw new KeysUnavailable("The folder of the keys cannot be used: " + e.getMessage(), e);
        }
    }
}
