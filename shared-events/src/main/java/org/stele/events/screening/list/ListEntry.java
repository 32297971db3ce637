package org.stele.events.screening.list;

import org.stele.events.Sha256Digest;

/**
 * One entry of a list version, without what it says: enough to see that it changed.
 *
 * @param reference the trimmed REFERENCE_NUMBER, such as {@code KPi.001}; permanent, and unique in a version
 * @param dataId the entry's other number, which cross-checks the reference
 * @param listType of which regime it is, such as {@code DPRK}
 * @param content digest of the canonical form: what changes it is material
 * @param bytes the first 16 hexadecimal digits of the digest of the entry as it is written in the file
 */
public record ListEntry(
        String reference, long dataId, ListEntryKind kind, String listType, Sha256Digest content, String bytes) {}
