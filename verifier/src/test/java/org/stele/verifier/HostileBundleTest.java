package org.stele.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.ledger.evidence.BundleSurgery;
import org.stele.ledger.sample.SampleBundle;
import org.stele.ledger.sample.SampleKeys;
import org.stele.ledger.sample.SampleLedger;

/** Files made to hurt are refused with the reason, in a process of 64 MiB. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileBundleTest {

    private static final long MAX_MILLIS = 15_000;

    @TempDir
    private Path directory;

    private final byte[] bundle = new SampleBundle(new SampleLedger(31, 30), null, Completeness.LEAVES).bytes();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();

    @Test
    void hostile_files_are_refused_with_the_reason_in_bounded_time_and_memory() throws Exception {
        zips();
        members();
        bodies();
        List<String> answers = runInSmallProcess();
        assertThat(answers).hasSameSizeAs(files.keySet());
        for (String line : answers) {
            String[] parts = line.split("\\|", 4);
            assertThat(parts[1]).as(line).isEqualTo("1");
            assertThat(parts[3]).as(parts[0]).startsWith("NOT VERIFIED: ").contains(reasons.get(parts[0]));
            assertThat(Long.parseLong(parts[2])).as(line).isLessThan(MAX_MILLIS);
        }
    }

    private void hostile(String name, byte[] bytes, String reason) {
        files.put(name, bytes);
        reasons.put(name, reason);
    }

    private void zips() throws IOException {
        hostile("empty", new byte[0], "ends within");
        hostile("truncated", Arrays.copyOf(bundle, bundle.length / 2), "ends within");
        hostile("noise", new byte[8 << 20], "Not a ZIP file");
        hostile("bomb", zip("bundle.json", ZipEntry.DEFLATED, 1 << 30), "A member has flags");
        hostile("trailing", Arrays.copyOf(bundle, bundle.length + 1), "or bytes follow it");
        hostile("two-in-one", concat(bundle, bundle), "or bytes follow it");
        byte[] huge = bundle.clone();
        Arrays.fill(huge, 18, 26, (byte) 0xff);
        hostile("huge-member", huge, "above the limit");
        hostile("many", tiny(100_000), "A member has flags");
        BundleSurgery padded = BundleSurgery.open(bundle);
        for (int i = 0; i < 60_000; i++) {
            padded.insert(2, "checkpoints/" + (60_000 - i), new byte[0]);
        }
        hostile("many-checkpoints", padded.close(), "A note is a text");
    }

    private void members() {
        hostile(
                "traversal",
                surgery().rename("entries/000", "../../etc/passwd").close(),
                "No member of a bundle is named");
        hostile("absolute", surgery().rename("entries/000", "/etc/passwd").close(), "No member of a bundle is named");
        hostile(
                "duplicate",
                surgery().insert(1, "bundle.json", surgery().get("bundle.json")).close(),
                "Expected the member");
        hostile(
                "doubled",
                surgery()
                        .insert(3, "openings/000", surgery().get("openings/000"))
                        .close(),
                "Expected the member");
        hostile("crlf", checkpoint(note -> note.replace("\n", "\r\n")), "carriage return");
        hostile("trailing-space", checkpoint(note -> note.replaceFirst("\n30\n", "\n30 \n")), "leading zeros");
        hostile(
                "overflow",
                checkpoint(note -> note.replaceFirst("\n30\n", "\n18446744073709551646\n")),
                "Not a number");
        hostile("wrong-size", checkpoint(note -> note.replaceFirst("\n30\n", "\n31\n")), "another origin or size");
        hostile("wrong-origin", header(json -> json.replace("ledger.example", "ledger.exemple")), "another origin");
        hostile(
                "wrong-key",
                checkpoint(note -> new String(
                        SampleLedger.signed(
                                        SampleKeys.STRANGER,
                                        new SampleLedger(31, 30).checkpoint(30).checkpoint(),
                                        30)
                                .encode(),
                        UTF_8)),
                "No trusted key signed");
        hostile("header-overflow", header(json -> json.replace(":30,", ":99999999999999999999,")), "canonical JSON");
        hostile("header-doubled", header(json -> json.replace("\"size\"", "\"size\":30,\"size\"")), "canonical JSON");
    }

    private void bodies() {
        hostile("deep", withBody("[".repeat(200_000)), "Nested deeper");
        hostile("huge-integer", withBody("{\"a\":" + "9".repeat(500_000) + "}"), "Not a number of at most 64");
        hostile("doubled-names", withBody("{\"a\":1,\"a\":2}"), "comes twice");
    }

    private static byte[] withBody(String payload) {
        String body = new String(SampleLedger.body("RUS", 1), UTF_8).replace("{\"remainingCount\":1}", payload);
        SampleLedger ledger = new SampleLedger(31, 5).appendWithBody("RUS", body.getBytes(UTF_8));
        return new SampleBundle(ledger, null, Completeness.LEAVES).bytes();
    }

    private BundleSurgery surgery() {
        return BundleSurgery.open(bundle);
    }

    private byte[] checkpoint(UnaryOperator<String> change) {
        return surgery()
                .replace(
                        "checkpoint",
                        bytes -> change.apply(new String(bytes, UTF_8)).getBytes(UTF_8))
                .close();
    }

    private byte[] header(UnaryOperator<String> change) {
        return surgery()
                .replace(
                        "bundle.json",
                        bytes -> change.apply(new String(bytes, UTF_8)).getBytes(UTF_8))
                .close();
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] zip(String name, int method, int zeros) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(method);
            zip.putNextEntry(new ZipEntry(name));
            byte[] some = new byte[1 << 20];
            for (int i = 0; i < zeros >> 20; i++) {
                zip.write(some);
            }
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    /** A header as it should be, and after it so many members of one byte. */
    private byte[] tiny(int count) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            stored(zip, "bundle.json", surgery().get("bundle.json"));
            for (int i = 0; i < count; i++) {
                stored(zip, "m" + i, new byte[1]);
            }
        }
        return out.toByteArray();
    }

    private static void stored(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private List<String> runInSmallProcess() throws Exception {
        Cli cli = new Cli(directory);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                HostileRunner.class.getName(),
                SampleKeys.LOG.key().toString()));
        files.forEach((name, bytes) -> command.add(cli.file(name, bytes).toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = process.inputReader(UTF_8).lines().toList();
        assertThat(process.waitFor()).as("%s", lines).isZero();
        return lines;
    }
}
