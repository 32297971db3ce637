package org.stele.hostile;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.stele.command.importing.ImportKind;

/** CSV files of each kind. */
final class CsvFiles {

    private static final int LARGE = 12 << 20;

    private final List<HostileFile> files = new ArrayList<>();

    static List<HostileFile> all() {
        CsvFiles made = new CsvFiles();
        for (ImportKind kind : ImportKind.values()) {
            made.of(kind);
        }
        return made.files;
    }

    private void of(ImportKind kind) {
        String header = String.join(",", kind.columns());
        String commas = ",".repeat(kind.columns().size() - 1);
        add(kind, "NULs", (header + "\n" + "\0".repeat(1_000) + commas + "\n").getBytes(UTF_8));
        add(kind, "NULs in the header", ("\0" + header + "\n" + commas + "\n").getBytes(UTF_8));
        add(
                kind,
                "not UTF-8",
                (header + "\n\u00e9" + commas + "\n").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        add(kind, "UTF-16", (header + "\n").getBytes(UTF_16LE));
        add(kind, "random bytes", random(1 << 20));
        add(kind, "nothing", new byte[0]);
        add(kind, "a mark of order alone", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        add(kind, "a header with 5,000 columns", ("c,".repeat(5_000) + "\n").getBytes(UTF_8));
        add(kind, "each column twice", (header + "," + header + "\n").getBytes(UTF_8));
        repeated(kind, "a header of 12 MiB", "", "a", LARGE, "\n");
        repeated(kind, "one line of 12 MiB", header + "\n", "a", LARGE, "\n");
        repeated(kind, "a field of 12 MiB in quotation marks", header + "\n\"", "a\n", LARGE / 2, "\"" + commas + "\n");
        repeated(kind, "a quotation mark that is never closed", header + "\n\"", "a,", LARGE / 2, "");
        repeated(kind, "a million commas in a row", header + "\n", ",", 1_000_000, "\n");
        repeated(kind, "quotation marks alone", header + "\n", "\"", LARGE, "\n");
    }

    private void repeated(ImportKind kind, String name, String before, String again, long times, String after) {
        add(kind, name, () -> Repeated.of(before, again, times, after));
    }

    private void add(ImportKind kind, String name, byte[] bytes) {
        add(kind, name, () -> new ByteArrayInputStream(bytes));
    }

    private void add(ImportKind kind, String name, HostileFile.Bytes bytes) {
        files.add(new HostileFile("csv", kind.id() + ": " + name, bytes, stream -> Parser.importRefusal(kind, stream)));
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(15).nextBytes(bytes);
        return bytes;
    }
}
