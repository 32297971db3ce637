package org.stele.events.custody;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.stele.events.FilingId;

/** The matters of custody that are decided. */
public enum CustodyMatter {
    /** Stored bytes do not match their leaf's commitment. */
    DAMAGE,
    /** The key of a subject is destroyed. */
    SHREDDING,
    /** The body of an event is removed. */
    REDACTION,
    /** Somebody read what is sealed. */
    READING,
    /** Who read what: hours of the access log. */
    ACCESS_LOG;

    /** The id under which the matter is decided for one position, or row. */
    public FilingId idAt(long position) {
        return new FilingId(UUID.nameUUIDFromBytes((name() + '\n' + position).getBytes(StandardCharsets.UTF_8)));
    }
}
