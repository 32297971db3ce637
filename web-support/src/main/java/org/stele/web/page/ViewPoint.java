package org.stele.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * The coordinates of a view: what was true on one day, as known on another, both included, read from the first events
 * of the ledger. Equal view points give equal views at any time, and so does a link that names all three.
 *
 * @param treeSize the number of events that are read, from the first
 */
public record ViewPoint(LocalDate effectiveOn, LocalDate knownOn, long treeSize) {

    public ViewPoint {
        if (treeSize < 0) {
            throw new IllegalArgumentException("A tree size is 0 or more, got %s.".formatted(treeSize));
        }
    }

    /** The earlier of the two dates: nothing later is in view. */
    public LocalDate day() {
        return effectiveOn.isBefore(knownOn) ? effectiveOn : knownOn;
    }

    /** Whether both dates are one. */
    public boolean knowsTheSameDay() {
        return effectiveOn.equals(knownOn);
    }

    /** The same dates, read from another number of events. */
    public ViewPoint withTreeSize(long size) {
        return new ViewPoint(effectiveOn, knownOn, size);
    }

    /** Other dates, read from the same events. */
    public ViewPoint withDates(LocalDate effective, LocalDate known) {
        return new ViewPoint(effective, known, treeSize);
    }

    /** A text for the view point that is safe in an entity tag. */
    public String tag() {
        return effectiveOn + "." + knownOn + "." + treeSize;
    }

    /**
     * A link to a path with this view point; {@code more} are names and values in turn, and blank values are omitted.
     */
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
