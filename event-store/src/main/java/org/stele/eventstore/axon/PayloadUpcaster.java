package org.stele.eventstore.axon;

/**
 * A PayloadUpcaster makes what is stored under an older version of a type readable as the version that a program knows. Axon
 * 5.0.1 has none. What is stored stays as it is.
 */
@FunctionalInterface
public interface PayloadUpcaster {

    /** Leaves every payload as it is stored. */
    PayloadUpcaster NONE = (type, stored) -> stored;

    /** A payload and the version of its shape. */
    record Versioned(String version, byte[] payload) {}

    /** The payload in the version that the program knows; the same where that is how it is stored. */
    Versioned upcast(String type, Versioned stored);
}
