package org.stele.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A bundle packed anew with other words in it. */
final class Repacked {

    private Repacked() {}

    static Path of(Path bundle, Path altered, String from, String to) {
        boolean found = false;
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(bundle));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(altered))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String content = new String(in.readAllBytes(), ISO_8859_1);
                found |= content.contains(from);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content.replace(from, to).getBytes(ISO_8859_1));
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(found).isTrue();
        return altered;
    }
}
