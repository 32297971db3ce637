package org.stele.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stele.events.seal.SubjectTag;

/**
 * The keys of a folder as earlier versions kept them: each in a file with two names, {@code ids/ID} and {@code tags/TAG}. They are
 * read there until a process that keeps or destroys keys has moved them.
 */
final class EarlierKeys {

    private final Path ids;
    private final Path tags;

    EarlierKeys(Path folder) {
        this.ids = folder.resolve("ids");
        this.tags = folder.resolve("tags");
    }

    @Nullable
    KeyRecord find(SubjectTag tag) throws IOException {
        return areThere() ? read(named(tag)) : null;
    }

    @Nullable
    KeyRecord find(UUID id) throws IOException {
        return areThere() ? read(ids.resolve(id.toString())) : null;
    }

    private boolean areThere() {
        return Files.exists(ids);
    }

    /** Moves all keys into a file; interrupted, it is repeated. */
    void moveInto(KeyFile file) throws IOException {
        if (!areThere()) {
            return;
        }
        List<KeyRecord> missing = new ArrayList<>();
        for (Path each : files(ids)) {
            KeyRecord record = read(each);
            if (record != null && !isNeverUsed(record) && file.find(record.id()) == null) {
                missing.add(record);
            }
        }
        if (!missing.isEmpty()) {
            file.append(missing);
        }
        for (Path folder : List.of(tags, ids)) {
            for (Path each : files(folder)) {
                KeyFolder.overwrite(each, new byte[Math.toIntExact(Files.size(each))]);
                Files.delete(each);
            }
            Files.deleteIfExists(folder);
        }
    }

    /** Its second name is another key's. Where that name was lost, or is wrapped as before a change of the master key, it was used. */
    private boolean isNeverUsed(KeyRecord record) throws IOException {
        KeyRecord named = find(record.tag());
        return named != null && !named.id().equals(record.id());
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private Path named(SubjectTag tag) {
        return tags.resolve(HexFormat.of().formatHex(tag.bytes()));
    }

    /** Null where there is no file, or only what is left of a destroyed or half written key. */
    private static @Nullable KeyRecord read(Path file) throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return null;
        }
        if (file.toString().endsWith(".new")
                || new String(content, US_ASCII).chars().allMatch(each -> each == 0)) {
            return null;
        }
        try {
            return KeyRecord.decode(content);
        } catch (IllegalArgumentException e) {
            throw new IOException("%s holds no key of a subject: %s".formatted(file, e.getMessage()), e);
        }
    }
}
