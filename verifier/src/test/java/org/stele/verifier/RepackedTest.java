package org.stele.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.ledger.sample.SampleBundle;
import org.stele.ledger.sample.SampleLedger;

/** A bundle that was unzipped and zipped again is refused, with the hint that it may be no more than that. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RepackedTest {

    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final LocalDateTime TODAY = LocalDateTime.of(2026, 11, 29, 12, 0);

    @TempDir
    private Path directory;

    private final Map<String, byte[]> members = new LinkedHashMap<>();

    private void unzip() throws IOException {
        byte[] bundle = new SampleBundle(new SampleLedger(31, 300), "RUS", Completeness.LEAVES).bytes();
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            members.put(entry.getName(), zip.readAllBytes());
        }
        assertThat(members).containsKeys("bundle.json", "manifest.json");
    }

    private byte[] zip(List<String> names, int method, LocalDateTime at, String comment) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(method);
            zip.setComment(comment);
            for (String name : names) {
                byte[] bytes = members.getOrDefault(name, new byte[0]);
                CRC32 crc = new CRC32();
                crc.update(bytes);
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(at);
                entry.setSize(bytes.length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(bytes);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    @Test
    void the_hint_is_given_however_it_was_zipped_again() throws IOException {
        unzip();
        List<String> names = List.copyOf(members.keySet());
        List<String> sorted = new ArrayList<>(names);
        Collections.sort(sorted);
        List<String> withFolders = new ArrayList<>(names);
        withFolders.add(2, "entries/");
        List<String> withMore = new ArrayList<>(names);
        withMore.add(0, "__MACOSX/._bundle.json");
        assertHint(zip(names, ZipOutputStream.DEFLATED, TODAY, ""));
        assertHint(zip(names, ZipOutputStream.STORED, TODAY, ""));
        assertHint(zip(sorted, ZipOutputStream.STORED, EPOCH, ""));
        assertHint(zip(withFolders, ZipOutputStream.STORED, EPOCH, ""));
        assertHint(zip(withMore, ZipOutputStream.STORED, EPOCH, ""));
        assertHint(zip(names, ZipOutputStream.STORED, EPOCH, "made by hand"));
    }

    private void assertHint(byte[] repacked) {
        Cli cli = new Cli(directory);
        Cli.Answer answer = cli.run("bundle", cli.file("repacked.zip", repacked));
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).contains("It may only have been repacked", "check the file as it was handed out");
    }
}
