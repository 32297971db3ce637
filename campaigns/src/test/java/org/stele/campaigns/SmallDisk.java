package org.stele.campaigns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A SmallDisk is a file system of a few megabytes in memory, which is full when a ballast is put on it. */
record SmallDisk(Path directory) implements AutoCloseable {

    /** Empty where this process may not mount. */
    static Optional<SmallDisk> mount(String name, int megabytes) throws IOException {
        Path directory = Files.createDirectories(Workplace.empty(name));
        try {
            Programs.run(List.of(
                    "mount", "-t", "tmpfs", "-o", "mode=700,size=" + megabytes + "m", "tmpfs", directory.toString()));
            return Optional.of(new SmallDisk(directory));
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
            return Optional.empty();
        }
    }

    /** Takes all space but some. */
    void fillUpTo(long spareBytes) throws IOException {
        long bytes = Files.getFileStore(directory).getUsableSpace() - spareBytes;
        Files.write(ballast(), new byte[Math.toIntExact(bytes)]);
    }

    void throwOffBallast() throws IOException {
        Files.delete(ballast());
    }

    private Path ballast() {
        return directory.resolve("ballast");
    }

    @Override
    public void close() {
        Programs.run(List.of("umount", "-l", directory.toString()));
    }
}
