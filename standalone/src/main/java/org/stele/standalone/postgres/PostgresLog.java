package org.stele.standalone.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The file into which the server and its programs write. */
record PostgresLog(Path file) {

    private static final long MAX_BYTES = 16L << 20;
    private static final long TAIL_BYTES = 8_192;
    private static final int LAST_LINES = 4;

    /** Why the last program did not succeed: what was said last of that, or else the last lines. */
    String reason() {
        List<String> lines = tail();
        String complaint = lastComplaint();
        return complaint.isEmpty()
                ? String.join(" | ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))
                : complaint;
    }

    /** What the server said last of why it could not go on; empty where it said nothing of it. */
    String lastComplaint() {
        return tail().stream()
                .filter(line -> line.contains("PANIC:") || line.contains("FATAL:"))
                .reduce("", (_, line) -> line);
    }

    private List<String> tail() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            byte[] end = new byte[Math.toIntExact(Math.min(log.length(), TAIL_BYTES))];
            log.seek(log.length() - end.length);
            log.readFully(end);
            return new String(end, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Puts a long one aside, in the place of the one that was put aside before. */
    void shorten() throws IOException {
        if (Files.exists(file) && Files.size(file) > MAX_BYTES) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".before"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
