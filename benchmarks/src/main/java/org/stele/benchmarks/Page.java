package org.stele.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Page is a Markdown file with sections that benchmarks write, each between two comments that name it. */
final class Page {

    private Page() {}

    /** Replaces the section between its comments. */
    static void replace(Path page, String name, String section) throws IOException {
        String begin = "<!-- begin " + name + " -->";
        String end = "<!-- end " + name + " -->";
        String text = Files.readString(page);
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("%s has no '%s' followed by '%s'".formatted(page, begin, end));
        }
        Files.writeString(
                page, text.substring(0, from + begin.length()) + "\n" + section.strip() + "\n" + text.substring(to));
    }
}
