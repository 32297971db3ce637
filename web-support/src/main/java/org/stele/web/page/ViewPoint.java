package org.stele.web.page;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.stele.events.Audience;

/**
 * The coordinates of a view: what was true on one day, as known on another, both included, read from the first events
 * of the ledger, and for whom. Equal view points give equal views until something is withheld, and so does a link for the
 * same reader.
 *
 * @param treeSize the number of events that are read, from the first
 * @param audience for whom the view is made
 * @param reader the audience of the credential: another where an auditor or the Committee looks as the public does
 */
public record ViewPoint(
        LocalDate effectiveOn,
        LocalDate knownOn,
        long treeSize,
        Audience audience,
        @JsonIgnore Audience reader) {

    public ViewPoint {
        if (treeSize < 0) {
            throw new IllegalArgumentException("A tree size is 0 or more, got %s.".formatted(treeSize));
        }
    }

    /** For a reader who looks as what the reader is. */
    public ViewPoint(LocalDate effectiveOn, LocalDate knownOn, long treeSize, Audience audience) {
        this(effectiveOn, knownOn, treeSize, audience, audience);
    }

    /** Whether the reader asked to look as somebody else does. */
    @JsonIgnore
    public boolean isAnothers() {
        return !audience.equals(reader);
    }

    /** The same view, as the reader sees it. */
    public ViewPoint asReader() {
        return new ViewPoint(effectiveOn, knownOn, treeSize, reader, reader);
    }

    /** The same view, as the public sees it. */
    public ViewPoint asPublic() {
        return new ViewPoint(effectiveOn, knownOn, treeSize, Audience.PUBLIC, reader);
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
        return new ViewPoint(effectiveOn, knownOn, size, audience, reader);
    }

    /** Other dates, read from the same events. */
    public ViewPoint withDates(LocalDate effective, LocalDate known) {
        return new ViewPoint(effective, known, treeSize, audience, reader);
    }

    /** A text for the view point that is safe in an entity tag. */
    public String tag() {
        return effectiveOn + "." + knownOn + "." + treeSize + "."
                + audience.toString().replace(' ', '-');
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
        if (isAnothers()) {
            link.append("&audience=").append(audience);
        }
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
