package org.stele.standalone.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The log file of the server and its programs. */
record PostgresLog(Path file) {

    private static final long MAX_BYTES = 16L << 20;
    private static final long TAIL_BYTES = 8_192;
    private static final int LAST_LINES = 4;

    /** Why the last program failed: its last message about that, or else the last lines. */
    String reason() {
        List<String> lines = tail();
        String complaint = lastComplaint();
        return complaint.isEmpty()
                ? String.join(" | ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))
                : complaint;
    }

    /** The server's last message about why it could not continue; empty where there is none. */
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

    /** Rotates a long log: the previous rotated file is replaced. */
    void shorten() throws IOException {
        if (Files.exists(file) && Files.size(file) > MAX_BYTES) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".before"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
