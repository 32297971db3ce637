package org.stele.events;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The permissions of a credential; rules, section 2. Written in kebab case, such as {@code focal-point}. */
public enum Role {
    FOCAL_POINT,
    SIGNATORY,
    SCREENING_ANALYST,
    SCREENING_REVIEWER,
    REGISTRAR,
    CHAIR,
    MONITOR,
    AUDITOR,
    CUSTODIAN;

    /** The role with this kebab-case name, or empty when there is none. */
    public static Optional<Role> find(String id) {
        return Stream.of(values()).filter(role -> role.id().equals(id)).findFirst();
    }

    /** The name used in credentials, headers and metadata. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a holder acts for one Member State, which the credential names. */
    public boolean isOfMemberState() {
        return switch (this) {
            case FOCAL_POINT, SIGNATORY, SCREENING_ANALYST, SCREENING_REVIEWER -> true;
            case REGISTRAR, CHAIR, MONITOR, AUDITOR, CUSTODIAN -> false;
        };
    }
}
