package org.stele.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Where a reader stands: what was true on one day, as known on another, read from the first events of the ledger. A link
 * that names all three shows the same for ever.
 *
 * @param treeSize the number of events that are read, from the first
 */
public record Permalink(LocalDate effectiveOn, LocalDate knownOn, long treeSize) {

    public Permalink {
        if (treeSize < 0) {
            throw new IllegalArgumentException("A tree size is 0 or more, got %s.".formatted(treeSize));
        }
    }

    public boolean isKnownOnTheSameDay() {
        return effectiveOn.equals(knownOn);
    }

    /** The same dates, read from another number of events. */
    public Permalink withTreeSize(long size) {
        return new Permalink(effectiveOn, knownOn, size);
    }

    /** Other dates, read from the same events. */
    public Permalink withDates(LocalDate effective, LocalDate known) {
        return new Permalink(effective, known, treeSize);
    }

    /** A link to a path, seen from here; {@code more} are names and values in turn, and blank values are left out. */
    public String link(String path, String... more) {
        StringBuilder link = new StringBuilder(path)
                .append("?effectiveOn=")
                .append(effectiveOn)
                .append("&knownOn=")
                .append(knownOn)
                .append("&treeSize=")
                .append(treeSize);
        for (int i = 0; i + 1 < more.length; i += 2) {
            if (!more[i + 1].isBlank()) {
                link.append('&').append(more[i]).append('=').append(encoded(more[i + 1]));
            }
        }
        return link.toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
