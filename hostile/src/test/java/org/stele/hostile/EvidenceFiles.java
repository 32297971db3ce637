package org.stele.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bundles, proofs and notes that no ledger hands out. */
final class EvidenceFiles {

    private static final int LARGE = 16 << 20;

    private final List<HostileFile> files = new ArrayList<>();
    private final Samples samples = new Samples();

    static List<HostileFile> all() {
        EvidenceFiles made = new EvidenceFiles();
        made.archives();
        made.names();
        made.notes();
        return made.files;
    }

    private void add(Parser parser, String name, byte[] bytes) {
        add(parser, name, () -> new ByteArrayInputStream(bytes));
    }

    private void add(Parser parser, String name, HostileFile.Bytes bytes) {
        String whole = parser.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ": " + name;
        files.add(new HostileFile("evidence", whole, bytes, stream -> parser.refusal(stream.readAllBytes())));
    }

    private void archives() {
        byte[] bundle = samples.bundle();
        for (int tenths = 1; tenths < 10; tenths++) {
            add(
                    Parser.BUNDLE,
                    "cut off after %s tenths".formatted(tenths),
                    Arrays.copyOf(bundle, bundle.length * tenths / 10));
        }
        add(Parser.BUNDLE, "something after its end", Arrays.copyOf(bundle, bundle.length + 1));
        add(
                Parser.BUNDLE,
                "something before its beginning",
                ("x" + new String(bundle, ISO_8859_1)).getBytes(ISO_8859_1));
        add(Parser.BUNDLE, "twice", new String(bundle, ISO_8859_1).repeat(2).getBytes(ISO_8859_1));
        for (int at : List.of(4, 6, 8, 14, 18, 22, 26, 28)) {
            byte[] changed = bundle.clone();
            Arrays.fill(changed, at, at + 2, (byte) 0xff);
            add(Parser.BUNDLE, "another header at byte " + at, changed);
        }
        add(Parser.BUNDLE, "16 MiB of nothing", () -> Repeated.of("", "\0", LARGE, ""));
        add(Parser.BUNDLE, "beginnings of members without end", () -> Repeated.of("", "PK\3\4", LARGE / 4, ""));
    }

    private void names() {
        List<String> names = List.of(
                "../../../../etc/passwd",
                "/etc/passwd",
                "C:\\Windows\\win.ini",
                "..\\..\\x",
                "a/../b",
                "manifest.json/",
                "\u0000",
                "",
                "con",
                "a".repeat(60_000));
        for (String name : names) {
            Map<String, String> members = new LinkedHashMap<>();
            members.put(name, "x");
            add(
                    Parser.BUNDLE,
                    "a member named " + (name.length() > 40 ? "with 60,000 letters" : "'" + name + "'"),
                    Samples.zip(members));
        }
        add(Parser.BUNDLE, "a workbook", Samples.workbook("<row/>"));
    }

    private void notes() {
        String checkpoint = new String(samples.checkpoint(), java.nio.charset.StandardCharsets.UTF_8);
        add(
                Parser.CHECKPOINT,
                "a size above all",
                Samples.texts(checkpoint.replaceFirst("\n12\n", "\n99999999999999999999\n")));
        add(Parser.CHECKPOINT, "a negative size", Samples.texts(checkpoint.replaceFirst("\n12\n", "\n-1\n")));
        add(Parser.CHECKPOINT, "signatures without end", () -> sequence(checkpoint, "\u2014 a AAAAAAAA\n"));
        add(Parser.NOTE, "16 MiB of lines", () -> Repeated.of("a\n", "\n", LARGE, ""));
        add(Parser.NOTE, "not UTF-8", new byte[] {(byte) 0xC0, (byte) 0x80, '\n', '\n'});
        add(
                Parser.PROOF,
                "hashes without end",
                () -> Repeated.of("c2sp.org/tlog-proof@v1\nindex 1\n", "A".repeat(43) + "=\n", LARGE / 45, ""));
        add(Parser.LEAF, "16 MiB", () -> Repeated.of("", "a", LARGE, ""));
        add(Parser.POLICY, "16 MiB", () -> Repeated.of("", "witness a b\n", LARGE / 12, ""));
        add(Parser.ENTRIES, "lengths that lie", new byte[] {(byte) 0xff, (byte) 0xff, 1});
        add(Parser.SIGNED_JSON, "arrays within each other", () -> Repeated.of("", "[", 1 << 20, ""));
        add(Parser.SIGNED_JSON, "a number that is not exact", Samples.texts("9007199254740993"));
        add(Parser.PARTIAL_DATE, "a mebibyte", () -> Repeated.of("2019-", "1", 1 << 20, ""));
        add(Parser.WRITTEN_COUNT, "a mebibyte", () -> Repeated.of("", "1,", 1 << 19, ""));
        add(Parser.WRITTEN_DATE, "a mebibyte", () -> Repeated.of("", "1 ", 1 << 19, ""));
    }

    private static InputStream sequence(String before, String again) {
        return Repeated.of(before, again, 100_000, "");
    }
}
