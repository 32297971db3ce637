package org.stele.statefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One action of the registrar on the text of an attestation, and when.
 *
 * @param dayAssumed the day was not stated: it is that of the receipt
 * @param reason null where none is given
 */
public record Publication(
        Kind kind,
        LocalDate on,
        boolean dayAssumed,
        @Nullable String reason,
        long position) implements Fact {

    /** The actions. */
    public enum Kind {
        PUBLISHED,
        WITHHELD_AT_REQUEST,
        UNPUBLISHED
    }

    /** Where an attestation stands on the axis of publication; rules, section 3. */
    public enum Status {
        NOT_PUBLISHED,
        PUBLISHED,
        WITHHELD_AT_REQUEST
    }

    Status status() {
        return switch (kind) {
            case PUBLISHED -> Status.PUBLISHED;
            case WITHHELD_AT_REQUEST -> Status.WITHHELD_AT_REQUEST;
            case UNPUBLISHED -> Status.NOT_PUBLISHED;
        };
    }
}
