package org.stele.command.attestation;

import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;
import org.stele.command.entry.Rejected;

/** Rules about the version of an attestation that a command names. */
public final class VersionRules {

    private VersionRules() {}

    /** Refuses a version that the attestation does not have. */
    public static void requireKnown(int version, int versionsCount) {
        if (version < 1 || version > versionsCount) {
            throw Rejected.lifecycle(
                    "attestation-version-unknown",
                    "There is no version %s: the attestation has the versions 1 to %s."
                            .formatted(version, versionsCount));
        }
    }

    /** The version that is named, or the highest received where none is; refuses one that is not received. */
    public static int requireReceived(@Nullable Integer named, int versionsCount, NavigableSet<Integer> received) {
        if (named != null) {
            requireKnown(named, versionsCount);
        }
        if (received.isEmpty() || named != null && !received.contains(named)) {
            throw Rejected.lifecycle(
                    "attestation-not-received",
                    named == null
                            ? "No version of the attestation is entered as received."
                            : "Version %s is not entered as received.".formatted(named));
        }
        return named == null ? received.last() : named;
    }
}
